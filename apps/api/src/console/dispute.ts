import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { OVERSEERS } from '@kvitt/domain/agent/role';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

/**
 * Payments that customers' banks ask back. Their evidence is below /papers; answering asks the processor, which no
 * transaction may wait for, so it is a request of its own: POST /console/disputes/{id}/submit or /accept.
 */
export const disputeRoom = consoleRoom({
  list: forRoles(OVERSEERS)
    .input(z.object({ all: z.boolean().default(false) }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const { billerId } = agent;
      const open = input.all ? {} : { decidedAt: null };
      const disputes = await em.find(
        Dispute,
        { billerId, ...open },
        { orderBy: { replyBy: 'asc', id: 'asc' }, limit: 200 },
      );
      return disputes.map((one) => ({
        ...{ id: one.id, paymentId: one.paymentId, kind: one.kind, reason: one.reason, state: one.state },
        ...{ amountMinor: one.amountMinor, wonMinor: one.wonMinor, currency: one.currency },
        ...{ replyBy: one.replyBy ?? null, openedAt: one.openedAt, decidedAt: one.decidedAt ?? null },
        answeredBy: one.answeredBy ?? null,
      }));
    }),
});
