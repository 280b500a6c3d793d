import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { listEvents } from '@kvitt/db/conversation/list-events';
import { findThreads } from '@kvitt/db/conversation/list-threads';
import { changeTag } from '@kvitt/db/desk/change-tag';
import { ANYONE, DESK } from '@kvitt/domain/agent/role';
import { addNote } from '@kvitt/flows/desk/add-note';
import { moveThread } from '@kvitt/flows/desk/move-thread';
import { sendReply, undoReply } from '@kvitt/flows/desk/send-reply';
import { mayAnswer } from '@kvitt/flows/message/may-answer';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';
import { MOVE, NOTE, REPLY, TAG, TYPING } from './conversation-inputs.ts';

const PAGE = 60;

/** One thread: what happened in it, and what an agent does there. */
export const conversationRoom = consoleRoom({
  open: forRoles(ANYONE)
    .input(z.object({ conversationId: z.uuid(), before: z.iso.datetime({ offset: true }).optional() }))
    .query(async ({ ctx: { tx, em, agent }, input: { conversationId, before } }) => {
      const { billerId } = agent;
      const conversation = await em.findOne(Conversation, { billerId, id: conversationId });
      if (!conversation) throw new TRPCError({ code: 'NOT_FOUND', message: 'no such thread' });
      const { phoneId, lastInboundAt } = conversation;
      const [line] = await findThreads(em, billerId, [conversationId]);
      const askedAt = lastInboundAt ?? undefined;
      // Asked as a reply would be: the same rule that the outbox asks when it is sent.
      const verdict = await mayAnswer(tx, { billerId, phoneId, askedAt });
      const events = await listEvents(em, { billerId, conversationId, phoneId }, before, PAGE);
      return { line, events: events.reverse(), hasMore: events.length === PAGE, verdict };
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
    .mutation(({ ctx: { tx, actor }, input }) => undoReply(tx, actor, input)),

  move: forRoles(DESK)
    .input(MOVE)
    .mutation(({ ctx: { tx, actor }, input }) => moveThread(tx, actor, input)),

  note: forRoles(DESK)
    .input(NOTE)
    .mutation(async ({ ctx: { tx, actor, agent, live }, input }) => {
      const answer = await addNote(tx, actor, input);
      if (answer.kind === 'refused') return refuse(answer.refusal);
      live.publish(agent.billerId, 'note', {
        conversationId: input.conversationId,
        ...answer,
        by: agent.name,
      });
      return answer;
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
