import { Biller } from '@kvitt/db/biller/biller.entity';
import { Contest } from '@kvitt/db/incentive/contest.entity';
import { localDate } from '@kvitt/domain/time/local-date';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type ContestAnswer =
  | { kind: 'saved'; contestId: string }
  | { kind: 'refused'; refusal: 'DATES_REVERSED' | 'OVER_ALREADY' };

/** Begins a contest, within the caller's transaction; what was enrolled since its first day counts, its own begin included. */
export async function saveContest(
  tx: TxCtx,
  actor: Actor & { id: string },
  contest: { name: string; prize: string; goal: number; startsOn: string; endsOn: string },
): Promise<ContestAnswer> {
  const { billerId } = actor;
  const { timeZone } = await tx.em.findOneOrFail(Biller, { id: billerId });
  if (contest.endsOn < contest.startsOn) return { kind: 'refused', refusal: 'DATES_REVERSED' };
  if (contest.endsOn < localDate(tx.clock.now(), timeZone))
    return { kind: 'refused', refusal: 'OVER_ALREADY' };
  const id = tx.ids.next();
  await tx.em.insert(Contest, {
    ...contest,
    billerId,
    id,
    author: actor.name,
    createdAt: tx.clock.now(),
    endedAt: null,
  });
  await noteAct(tx, actor, 'contest.begun', { subject: 'contest', subjectId: id, detail: contest.name });
  return { kind: 'saved', contestId: id };
}
