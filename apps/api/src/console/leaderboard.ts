import { Biller } from '@kvitt/db/biller/biller.entity';
import { Contest } from '@kvitt/db/incentive/contest.entity';
import { loadBoardFacts } from '@kvitt/db/incentive/load-board-facts';
import { loadLeaderboard } from '@kvitt/db/incentive/load-leaderboard';
import { loadOwnRecord } from '@kvitt/db/incentive/load-own-record';
import { loadPlacesBefore } from '@kvitt/db/incentive/load-places-before';
import type { ScoreLine } from '@kvitt/db/incentive/score-line';
import { ANYONE, OVERSEERS } from '@kvitt/domain/agent/role';
import { localDate } from '@kvitt/domain/time/local-date';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { consoleRoom, forRoles } from '../kit/trpc-console.ts';

const TOP = 10;

const SHOWN = z.object({
  period: z.enum(['day', 'week', 'month']),
  /** A contest instead of a period. */
  contestId: z.uuid().optional(),
  scope: z.enum(['agent', 'team', 'site']).default('agent'),
  by: z.enum(['total', 'hour']).default('total'),
});

/** Where everybody stands, and what the agent who asks has earned. */
export const leaderboardRoom = consoleRoom({
  show: forRoles(ANYONE)
    .input(SHOWN)
    .query(async ({ ctx: { em, tx, agent }, input }) => {
      const { billerId, id: agentId, role } = agent;
      const { period, contestId, scope, by } = input;
      const at = tx.clock.now();
      const { currency, timeZone, isPrivate, bonus } = await loadBoardFacts(em, billerId, agentId);
      const contest = contestId === undefined ? null : await em.findOne(Contest, { billerId, id: contestId });
      if (contestId !== undefined && !contest)
        throw new TRPCError({ code: 'NOT_FOUND', message: 'no contest' });
      const span = contest ? { from: contest.startsOn, to: contest.endsOn } : period;
      const board = await loadLeaderboard(em, { billerId, agentId, at, span, scope, by, most: TOP });
      const sees = (line: ScoreLine) =>
        !isPrivate || scope !== 'agent' || OVERSEERS.includes(role) || line.key === agentId;
      // A contest has no period before it, and a team's place is added up from its agents'.
      const agentIds = contest || scope !== 'agent' || by !== 'total' ? [] : board.top.map(({ key }) => key);
      const before = await loadPlacesBefore(em, {
        ...{ billerId, period, at },
        agentIds: agentIds.length > 0 ? [...agentIds, ...board.around.map(({ key }) => key)] : [],
      });
      const withBefore = (line: ScoreLine) => ({ ...line, beforeRank: before.get(line.key) ?? null });
      return {
        ...board,
        top: board.top.filter(sees).map(withBefore),
        around: board.around.filter(sees).map(withBefore),
        /** Whether places were asked for that one can have moved from. */
        hasBefore: agentIds.length > 0,
        // Who is ahead stays unnamed where places are one's own.
        next: board.next && {
          gap: board.next.gap,
          name: isPrivate && scope === 'agent' ? null : board.next.name,
        },
        currency,
        today: localDate(at, timeZone),
        isPrivate,
        bonus,
        record: contest ? null : await loadOwnRecord(em, { billerId, agentId, period, at }),
      };
    }),

  /** Contests that are on, to come, or were lately over; each with what was done for it. */
  contests: forRoles(ANYONE).query(async ({ ctx: { em, tx, agent } }) => {
    const { billerId, id: agentId } = agent;
    const { timeZone } = await em.findOneOrFail(Biller, { id: billerId });
    const at = tx.clock.now();
    const contests = await em.find(Contest, { billerId }, { orderBy: { endsOn: 'desc' }, limit: 12 });
    const today = localDate(at, timeZone);
    const boards = await Promise.all(
      contests.map(({ startsOn: from, endsOn: to }) =>
        loadLeaderboard(em, {
          billerId,
          agentId,
          at,
          span: { from, to },
          scope: 'agent',
          by: 'total',
          most: 1,
        }),
      ),
    );
    return contests.map(({ id, name, prize, goal, startsOn, endsOn, endedAt }, index) => ({
      id,
      name,
      prize,
      goal,
      startsOn,
      endsOn,
      state: endedAt || endsOn < today ? 'over' : startsOn > today ? 'to-come' : 'on',
      done: boards[index]?.total ?? 0,
      leader: boards[index]?.top[0]?.name ?? null,
    }));
  }),
});
