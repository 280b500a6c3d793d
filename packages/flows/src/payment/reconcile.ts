import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadBookedMoves } from '@kvitt/db/payment/load-booked-moves';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { saveBatch, saveReconciliation } from '@kvitt/db/payment/save-reconciliation';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { compareBooks, type Difference } from '@kvitt/domain/payment/compare-books';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { Move } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { openWork } from '../work/open-work.ts';
import { asVendorMove } from './as-vendor-move.ts';
import { compareSettled } from './compare-settled.ts';
import { learnSale } from './learn-sale.ts';
import { lookAgain } from './look-again.ts';
import { sumMoves } from './sum-moves.ts';

export type ReconcileAnswer =
  | { kind: 'compared'; day: string; sales: number; refunds: number; differences: Difference[] }
  /** The day is not over yet in the biller's zone. */
  | { kind: 'refused'; refusal: 'day-not-over' }
  | { kind: 'unanswered'; reason: string };

/**
 * Compares a day of the ledger with the processor's books, both ways and to the cent. What the processor shows is learned
 * first: outcomes that were open here, and payments that a bank sent back. What then still differs, also when it is asked
 * about by its own id, becomes work for a person, once. Running it again changes nothing more.
 * @param order.day a day of the biller's own, `YYYY-MM-DD`
 */
export async function reconcile(
  ctx: Ctx,
  order: { billerId: string; day: string; by: string },
): Promise<ReconcileAnswer> {
  const { billerId, day, by } = order;
  const { timeZone, currency } = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  if (day >= localDate(ctx.clock.now(), timeZone)) return { kind: 'refused', refusal: 'day-not-over' };
  const span = {
    from: new Date(localInstant(day, 0, timeZone)),
    to: new Date(localInstant(addDays(day, 1), 0, timeZone)),
  };
  const answer = await ctx.payments.listMoves(span);
  if (answer.kind === 'unanswered') return answer;
  const { ours, strangers, isFirst } = await sortMoves(ctx, billerId, answer.moves);
  await learnMoves(ctx, billerId, ours);
  const theirs = [...ours, ...strangers];
  const ids = ours.map(({ orderId }) => orderId);
  const booked = await loadBookedMoves(ctx.em.fork(), billerId, { ...span, ids });
  const found = compareBooks(booked, theirs.map(asVendorMove));
  const differences = await lookAgain(ctx, billerId, found);
  if (differences.kind === 'unanswered') return differences;
  // Once for all billers: they share the processor's accounts.
  const batches = isFirst ? await compareSettled(ctx, day) : undefined;
  if (batches?.kind === 'unanswered') return batches;
  const left = [...differences.left, ...(batches?.differences ?? [])];
  const settled = ours.filter(({ settledAt }) => settledAt && settledAt >= span.from && settledAt < span.to);
  const sums = await inTransaction(ctx, async (tx) => {
    for (const difference of left) {
      const { kind, subject, oursMinor, theirsMinor } = difference;
      const about = `${oursMinor}/${theirsMinor} ${difference.currency}`;
      await openWork(tx, { billerId, kind, subject, about, evidence: { ...difference, day }, by });
    }
    for (const [id, moves] of Map.groupBy(settled, ({ batchId }) => batchId ?? '')) {
      for (const batch of sumMoves(moves, currency)) await saveBatch(tx.em, { billerId, id, day, ...batch });
    }
    const days = sumMoves(settled, currency);
    for (const sum of days) {
      const at = { billerId, day, differences: left.length, ranAt: tx.clock.now() };
      await saveReconciliation(tx.em, { ...at, ...sum });
    }
    return days;
  });
  const count = (of: 'sales' | 'refunds') => sums.reduce((total, sum) => total + sum[of], 0);
  ctx.log.info({ billerId, day, differences: left.length }, 'a day was reconciled');
  return {
    kind: 'compared',
    day,
    sales: count('sales'),
    refunds: count('refunds'),
    differences: left,
  };
}

/**
 * Whose moves they are: the billers of a deployment share its merchant account. What nobody knows is looked at with the
 * first biller, so that it is looked at once.
 */
async function sortMoves(
  ctx: Ctx,
  billerId: string,
  moves: readonly Move[],
): Promise<{ ours: Move[]; strangers: Move[]; isFirst: boolean }> {
  const em = ctx.em.fork();
  const billers = await em.find(Biller, {}, { orderBy: { createdAt: 'asc', id: 'asc' }, fields: ['id'] });
  const all = { billerId: { $in: billers.map(({ id }) => id) } };
  const ids = moves.map(({ orderId }) => orderId).filter((id) => UUID.test(id));
  const given = moves.flatMap(({ refundOf }) => refundOf ?? []);
  const fields = ['billerId', 'id'] as const;
  const owners = new Map<string, string>();
  for (const row of await em.find(Payment, { ...all, id: { $in: ids } }, { fields }))
    owners.set(row.id, row.billerId);
  for (const row of await em.find(Refund, { ...all, id: { $in: ids } }, { fields }))
    owners.set(row.id, row.billerId);
  // What was given back because it came late has no row of its own: its sale's payment is voided.
  const takenBack = await em.find(Payment, { ...all, vendorId: { $in: given } }, { fields });
  const late = new Set(takenBack.map(({ id }) => ctx.ids.derived(id, 'take-back')));
  const isFirst = billers[0]?.id === billerId;
  return {
    isFirst,
    ours: moves.filter(({ orderId }) => owners.get(orderId) === billerId),
    strangers: isFirst ? moves.filter(({ orderId }) => !owners.has(orderId) && !late.has(orderId)) : [],
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Learns what the processor's books say of payments on which we stand otherwise. */
async function learnMoves(ctx: Ctx, billerId: string, moves: readonly Move[]): Promise<void> {
  const sales = moves.filter(({ kind, status }) => kind === 'sale' && status !== 'pending');
  const ids = sales.map(({ orderId }) => orderId);
  const payments = await ctx.em.fork().find(Payment, { billerId, id: { $in: ids } });
  for (const payment of payments) {
    for (const sale of sales.filter(({ orderId }) => orderId === payment.id)) {
      const isHere = payment.state === 'approved';
      const isThere = sale.status === 'captured' || sale.status === 'settled';
      if (isHere === isThere || payment.state === 'voided') continue;
      // Looked at again: the list may be minutes old by now.
      const now = await ctx.payments.find(sale.vendorId);
      if (now.kind === 'found') await learnSale(ctx, payment, now.sale);
    }
  }
}
