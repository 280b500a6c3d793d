import { listThreads } from '@kvitt/db/conversation/list-threads';
import { loadSlaRule } from '@kvitt/db/desk/load-sla-rule';
import { SavedReply } from '@kvitt/db/desk/saved-reply.entity';
import { ANYONE } from '@kvitt/domain/agent/role';
import { QUEUES } from '@kvitt/domain/desk/desk-state';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

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
});
