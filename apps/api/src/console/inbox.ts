import { countThreads } from '@kvitt/db/conversation/count-threads';
import { findThreads, listThreads } from '@kvitt/db/conversation/list-threads';
import { searchCustomers } from '@kvitt/db/customer/search-customers';
import { listMentions } from '@kvitt/db/desk/list-mentions';
import { loadSlaRule } from '@kvitt/db/desk/load-sla-rule';
import { MentionSeen } from '@kvitt/db/desk/mention-seen.entity';
import { SavedReply } from '@kvitt/db/desk/saved-reply.entity';
import { ANYONE, LEADS } from '@kvitt/domain/agent/role';
import { QUEUES } from '@kvitt/domain/desk/desk-state';
import { LANGUAGES } from '@kvitt/domain/locale/language';
import { removeReply, saveReply } from '@kvitt/flows/desk/save-reply';
import { saveSla } from '@kvitt/flows/desk/save-sla';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const PAGE = 50;

/** The threads, by the pile that they lie in. */
export const inboxRoom = consoleRoom({
  list: forRoles(ANYONE)
    .input(
      z.object({
        queue: z.enum(QUEUES),
        after: z.object({ lastAt: z.iso.datetime({ offset: true }), id: z.uuid() }).optional(),
      }),
    )
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId, id: agentId } = agent;
      const lines = await listThreads(em, { ...input, billerId, agentId, most: PAGE });
      const last = lines.length === PAGE ? lines.at(-1) : undefined;
      return { lines, next: last && { lastAt: last.lastAt, id: last.id } };
    }),

  /** What rarely changes and every thread needs: the promise to answer, and saved words. */
  settings: forRoles(ANYONE).query(async ({ ctx: { em, agent } }) => ({
    sla: await loadSlaRule(em, agent.billerId),
    savedReplies: (await em.find(SavedReply, {}, { orderBy: { name: 'asc' }, limit: 300 })).map(
      ({ id, name, language, body }) => ({ id, name, language, body }),
    ),
  })),

  /** How full the piles are, up to a hundred, and the server's clock: minutes count by it, not by the browser's. */
  counts: forRoles(ANYONE).query(async ({ ctx: { em, tx, agent } }) => ({
    counts: await countThreads(em, { billerId: agent.billerId, agentId: agent.id }),
    now: tx.clock.now().toISOString(),
  })),

  /** Notes that name whoever asks. */
  mentions: forRoles(ANYONE).query(({ ctx: { em, tx, agent } }) =>
    listMentions(em, { billerId: agent.billerId, agentId: agent.id }, tx.clock.now()),
  ),

  seeMentions: forRoles(ANYONE).mutation(async ({ ctx: { em, tx, agent } }) => {
    const seen = { billerId: agent.billerId, agentId: agent.id, seenAt: tx.clock.now() };
    await em.upsert(MentionSeen, seen, { onConflictFields: ['billerId', 'agentId'] });
  }),

  /** Threads of customers found by name, phone or account number. */
  find: forRoles(ANYONE)
    .input(z.object({ words: z.string().max(80) }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const found = await searchCustomers(em, input.words, PAGE);
      const ids = found.flatMap(({ conversationId }) => conversationId ?? []);
      return ids.length === 0 ? [] : findThreads(em, agent.billerId, [...new Set(ids)]);
    }),

  saveSla: forRoles(LEADS)
    .input(z.object({ answerMin: z.number(), warnMin: z.number() }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await saveSla(tx, actor, input);
      return answer.kind === 'refused' ? refuse(answer.refusal) : answer;
    }),

  saveReply: forRoles(LEADS)
    .input(
      z.object({
        id: z.uuid(),
        name: z.string().max(80),
        language: z.enum(LANGUAGES),
        body: z.string().max(4_000),
      }),
    )
    .mutation(({ ctx: { tx, actor }, input }) => saveReply(tx, actor, input)),

  removeReply: forRoles(LEADS)
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx: { tx, actor }, input }) => removeReply(tx, actor, input)),
});
