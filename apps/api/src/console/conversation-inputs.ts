import { z } from 'zod';

const thread = { conversationId: z.uuid() };
const instant = z.iso.datetime({ offset: true });

export const OPEN = z.object({ ...thread, before: z.object({ at: instant, id: z.uuid() }).optional() });

export const ASK = z.object({ ...thread, askId: z.uuid(), invoiceId: z.uuid() });

export const HOLD = z.object({ ...thread, as: z.enum(['released', 'stopped']) });

export const REPLY = z.object({
  ...thread,
  replyId: z.uuid(),
  body: z.string().max(4_000),
  sendAt: instant.optional(),
  invoiceId: z.uuid().optional(),
});

export const MOVE = z.object({
  ...thread,
  move: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('take') }),
    z.object({
      kind: z.literal('hand-over'),
      to: z.uuid().nullable(),
      team: z.string().min(1).max(60).optional(),
    }),
    z.object({ kind: z.literal('snooze'), until: z.coerce.date() }),
    z.object({ kind: z.literal('close') }),
    z.object({ kind: z.literal('reopen') }),
    z.object({ kind: z.literal('read') }),
  ]),
});

export const NOTE = z.object({ ...thread, noteId: z.uuid(), body: z.string().max(4_000) });

export const TAG = z.object({
  ...thread,
  tag: z.string().trim().toLowerCase().min(1).max(40),
  isOn: z.boolean(),
});

export const TYPING = z.object({ ...thread, isTyping: z.boolean() });
