import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadLeaderboard } from '@kvitt/db/incentive/load-leaderboard';
import { sumBonuses } from '@kvitt/db/incentive/sum-bonuses';
import { ANYONE } from '@kvitt/domain/agent/role';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

const TOP = 10;

/** Where everybody stands, and what the agent who asks has earned. */
export const leaderboardRoom = consoleRoom({
  show: forRoles(ANYONE)
    .input(z.object({ period: z.enum(['day', 'week', 'month']) }))
    .query(async ({ ctx: { em, tx, agent }, input: { period } }) => {
      const { billerId, id: agentId } = agent;
      const { currency } = await em.findOneOrFail(Biller, { id: billerId });
      const board = await loadLeaderboard(em, { billerId, agentId, period, at: tx.clock.now(), most: TOP });
      return { ...board, currency, bonus: await sumBonuses(em, billerId, agentId) };
    }),
});
