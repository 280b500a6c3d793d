import { Biller } from '@kvitt/db/biller/biller.entity';
import { BoardSetting } from '@kvitt/db/incentive/board-setting.entity';
import { Contest } from '@kvitt/db/incentive/contest.entity';
import { DisplayToken } from '@kvitt/db/incentive/display-token.entity';
import { loadLeaderboard } from '@kvitt/db/incentive/load-leaderboard';
import { hashToken } from '@kvitt/db/session/hash-token';
import { isToken } from '@kvitt/db/session/is-token';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { Ctx } from '@kvitt/flows/kit/context';

/** The most that is read from eight metres. */
const MOST = 6;

/** Nobody: a display is no agent, and has no line of its own. */
const NO_AGENT = '00000000-0000-0000-0000-000000000000';

/** Whose leaderboard a display's token opens; undefined where it opens none, or no longer. */
export async function findDisplay(ctx: Ctx, token: string | undefined): Promise<string | undefined> {
  if (token === undefined || !isToken(token)) return undefined;
  const found = await ctx.em.findOne(DisplayToken, { tokenHash: hashToken(token), revokedAt: null });
  return found?.billerId;
}

/** What a display on the wall shows: today, the contest that is on, the teams. No customer, and no money but a prize. */
export async function loadWall(ctx: Ctx, billerId: string) {
  const at = ctx.clock.now();
  const { name, timeZone } = await ctx.em.findOneOrFail(Biller, { id: billerId });
  const today = localDate(at, timeZone);
  const isPrivate = (await ctx.em.findOne(BoardSetting, { billerId }))?.isPrivate ?? false;
  const asked = { billerId, agentId: NO_AGENT, at, by: 'total' as const, most: MOST };
  const day = await loadLeaderboard(ctx.em, { ...asked, span: 'day', scope: 'agent' });
  const teams = await loadLeaderboard(ctx.em, { ...asked, span: 'day', scope: 'team' });
  const contest = await ctx.em.findOne(
    Contest,
    { billerId, endedAt: null, startsOn: { $lte: today }, endsOn: { $gte: today } },
    { orderBy: { endsOn: 'asc' } },
  );
  const span = contest && { from: contest.startsOn, to: contest.endsOn };
  const done = span ? (await loadLeaderboard(ctx.em, { ...asked, span, scope: 'agent' })).total : 0;
  const line = ({ name: who, enrollments, rank }: { name: string; enrollments: number; rank: number }) => ({
    name: who,
    enrollments,
    rank,
  });
  return {
    biller: name,
    total: day.total,
    top: isPrivate ? [] : day.top.map(line),
    teams: teams.top.map(line),
    contest: contest && {
      name: contest.name,
      prize: contest.prize,
      goal: contest.goal,
      done,
      endsAt: new Date(localInstant(addDays(contest.endsOn, 1), 0, timeZone)).toISOString(),
    },
    at: at.toISOString(),
  };
}
