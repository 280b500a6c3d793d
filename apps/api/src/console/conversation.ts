import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { findSeenAt } from '@kvitt/db/conversation/find-seen-at';
import { listEvents } from '@kvitt/db/conversation/list-events';
import { findThreads } from '@kvitt/db/conversation/list-threads';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { changeTag } from '@kvitt/db/desk/change-tag';
import { ANYONE, DESK } from '@kvitt/domain/agent/role';
import { noteAct } from '@kvitt/flows/agent/note-act';
import { decideHold } from '@kvitt/flows/conversation/decide-hold';
import { addNote } from '@kvitt/flows/desk/add-note';
import { askToCharge } from '@kvitt/flows/desk/ask-to-charge';
import { moveThread } from '@kvitt/flows/desk/move-thread';
import { sendReply } from '@kvitt/flows/desk/send-reply';
import { undoText } from '@kvitt/flows/desk/undo-text';
import { mayAnswer } from '@kvitt/flows/message/may-answer';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';
import { ASK, HOLD, MOVE, NOTE, OPEN, REPLY, TAG, TYPING } from './conversation-inputs.ts';

const PAGE = 60;

/** One thread: what happened in it, and what an agent does there. */
export const conversationRoom = consoleRoom({
  open: forRoles(ANYONE)
    .input(OPEN)
    .query(async ({ ctx: { tx, em, agent }, input: { conversationId, before } }) => {
      const { billerId } = agent;
      const conversation = await em.findOne(Conversation, { billerId, id: conversationId });
      if (!conversation) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such thread' });
      const { phoneId, lastInboundAt } = conversation;
      const [line] = await findThreads(em, billerId, [conversationId]);
      // Asked as a reply would be: the same rule that the outbox asks when it is sent.
      const verdict = await mayAnswer(tx, { billerId, phoneId, lastInboundAt: lastInboundAt ?? null });
      const events = await listEvents(em, { billerId, conversationId, phoneId }, before, PAGE);
      const phone = await em.findOneOrFail(Phone, { billerId, id: phoneId });
      const heldSince = phone.heldSince?.toISOString() ?? null;
      const seenAt = await findSeenAt(em, { billerId, conversationId });
      return { line, events: events.reverse(), hasMore: events.length === PAGE, verdict, heldSince, seenAt };
    }),

  reply: forRoles(DESK)
    .input(REPLY)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const sendAt = input.sendAt === undefined ? undefined : new Date(input.sendAt);
      const answer = await sendReply(tx, actor, { ...input, sendAt });
      return answer.kind === 'refused' && answer.refusal === 'NO_SUCH_THREAD'
        ? refuse(answer.refusal)
        : answer;
    }),

  undo: forRoles(DESK)
    .input(z.object({ messageId: z.uuid() }))
    .mutation(({ ctx: { tx, actor }, input }) => undoText(tx, actor, input)),

  /** Asks the customer whether to charge a bill: two keys for the agent, a YES with its code for the customer. */
  ask: forRoles(DESK)
    .input(ASK)
    .mutation(({ ctx: { tx, actor }, input }) => askToCharge(tx, actor, input)),

  /** Says what a text meant that may have been a STOP, and so what becomes of the texts that are held for it. */
  decideHold: forRoles(DESK)
    .input(HOLD)
    .mutation(async ({ ctx: { tx, actor, em }, input: { conversationId, as } }) => {
      const { billerId, name } = actor;
      const conversation = await em.findOne(Conversation, { billerId, id: conversationId });
      if (!conversation) return refuse('NO_SUCH_THREAD');
      await decideHold(tx, { billerId, phoneId: conversation.phoneId, as, actor: name });
      await noteAct(tx, actor, `thread.hold-${as}`, { subject: 'conversation', subjectId: conversationId });
      return { kind: 'decided' as const };
    }),

  move: forRoles(DESK)
    .input(MOVE)
    .mutation(({ ctx: { tx, actor }, input }) => moveThread(tx, actor, input)),

  note: forRoles(DESK)
    .input(NOTE)
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await addNote(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  tag: forRoles(DESK)
    .input(TAG)
    .mutation(async ({ ctx: { tx, em, agent }, input: { conversationId, tag, isOn } }) => {
      await changeTag(em, { billerId: agent.billerId, conversationId }, { tag, isOn, at: tx.clock.now() });
    }),

  /** That an agent is writing, or looks: told to colleagues, kept nowhere. */
  typing: forRoles(DESK)
    .input(TYPING)
    .mutation(({ ctx: { agent, live }, input }) => {
      live.publish(agent.billerId, 'presence', { ...input, agentId: agent.id, name: agent.name });
    }),
});
