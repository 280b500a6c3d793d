import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadBookedMoves } from '@kvitt/db/payment/load-booked-moves';
import { type BatchTotal, compareBatches } from '@kvitt/domain/payment/compare-batches';
import type { Difference } from '@kvitt/domain/payment/compare-books';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { Move } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';

/** The processor's batches are days of the east of the United States, wherever the biller is. */
const BATCH_ZONE = 'America/New_York';

const NEVER = new Date(0);

export type SettledAnswer =
  | { kind: 'compared'; differences: Difference[] }
  | { kind: 'unanswered'; reason: string };

/**
 * Compares the processor's own totals of what it settled on a day with what is posted of those moves, by merchant account,
 * over all billers, who share its accounts. A day that is not over there is put off: the day before is compared. What
 * nobody here knows of counts as it is there: it is a difference of its own already.
 * @param day `YYYY-MM-DD`
 */
export async function compareSettled(ctx: Ctx, day: string): Promise<SettledAnswer> {
  const isOver = day < localDate(ctx.clock.now(), BATCH_ZONE);
  const batchDay = isOver ? day : addDays(day, -1);
  const theirs = await ctx.payments.summarizeSettlement(batchDay);
  if (theirs.kind === 'unanswered') return theirs;
  const span = {
    from: new Date(localInstant(batchDay, 0, BATCH_ZONE)),
    to: new Date(localInstant(addDays(batchDay, 1), 0, BATCH_ZONE)),
  };
  const answer = await ctx.payments.listMoves(span);
  if (answer.kind === 'unanswered') return answer;
  const settled = answer.moves.filter(
    ({ status, settledAt }) =>
      status === 'settled' && settledAt && settledAt >= span.from && settledAt < span.to,
  );
  const ours = sumBooked(settled, await loadBooked(ctx, settled));
  return { kind: 'compared', differences: compareBatches(batchDay, ours, theirs.totals) };
}

/** What is posted of each move, in minor units, by its kind and our id. */
async function loadBooked(ctx: Ctx, moves: readonly Move[]): Promise<Map<string, number>> {
  const em = ctx.em.fork();
  const ids = moves.map(({ orderId }) => orderId);
  const booked = new Map<string, number>();
  if (ids.length === 0) return booked;
  for (const { id: billerId } of await em.find(Biller, {}, { fields: ['id'] })) {
    for (const { kind, id, minor } of await loadBookedMoves(em, billerId, { from: NEVER, to: NEVER, ids }))
      booked.set(`${kind}/${id}`, minor);
  }
  return booked;
}

function sumBooked(moves: readonly Move[], booked: ReadonlyMap<string, number>): BatchTotal[] {
  const totals = new Map<string, BatchTotal>();
  const seen = new Set<string>();
  for (const { kind, orderId, amount, account = '' } of moves) {
    const { currency } = amount;
    const key = `${account}/${kind}/${currency}`;
    const before = totals.get(key) ?? { account, kind, currency, count: 0, minor: 0 };
    // What was captured twice is posted once.
    const ofOurs = `${kind}/${orderId}`;
    const minor = seen.has(ofOurs) ? 0 : booked.get(ofOurs);
    if (minor !== undefined) seen.add(ofOurs);
    totals.set(key, { ...before, count: before.count + 1, minor: before.minor + (minor ?? amount.minor) });
  }
  return [...totals.values()];
}
