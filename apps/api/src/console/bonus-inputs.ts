import { z } from 'zod';

const after = z.object({ earnedAt: z.iso.datetime({ offset: true }), id: z.uuid() }).optional();
const minor = z.int().min(0);

export const MINE = z.object({ after });

export const BONUSES = z.object({
  after,
  state: z.enum(['pending', 'vested', 'approved', 'exported', 'clawed-back', 'rejected']).optional(),
  only: z.enum(['flagged', 'appealed']).optional(),
  agentId: z.uuid().optional(),
});

export const APPROVAL = z.object({ bonusIds: z.array(z.uuid()).min(1).max(200) });

export const REJECTION = z.object({ bonusId: z.uuid(), reason: z.string().max(400) });

export const REJECTIONS = APPROVAL.extend({ reason: z.string().max(400) });

export const CLEARING = z.object({
  enrollmentId: z.uuid(),
  flag: z.enum(['shared-phone', 'own-number', 'burst', 'unread-script', 'instant-stop', 'wrong-number']),
  note: z.string().max(400),
});

export const APPEAL = z.object({ bonusId: z.uuid(), words: z.string().max(1_000) });

export const ANSWER = z.object({
  appealId: z.uuid(),
  verdict: z.enum(['upheld', 'declined']),
  words: z.string().max(1_000),
});

export const PLAN = z.object({
  amountMinor: z.object({ text: minor, autopay: minor, paperless: minor }),
  againPercent: z.int(),
  vestAfterDays: z.int(),
  clawBackForDays: z.int(),
  mostPerDayMinor: minor,
});
