import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { loadParts } from '@kvitt/db/payment/load-parts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { money } from '@kvitt/domain/money/money';
import { mayMove } from '@kvitt/domain/payment/payment';
import { nextAskInMs } from '@kvitt/domain/payment/timetable';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';

/**
 * Gives an approved payment back, whole: voids it where the processor still can, else refunds it, and posts the reversal.
 * Where the processor's answer is lost or a refusal, the payment stays approved, as the ledger shows it, the log says so,
 * and `settle-unknown` comes here again; what an earlier try has done is seen then, and not done twice. While the
 * customer's bank disputes it nothing is given back beside that: it waits for the bank's decision, and is over where the
 * bank has kept the money.
 */
export async function takeBack(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
): Promise<'taken-back' | 'open'> {
  const id = { billerId: key.billerId, id: key.paymentId };
  const em = ctx.em.fork();
  const payment = await em.findOneOrFail(Payment, id);
  if (payment.state !== 'approved' || !payment.vendorId) return 'open';
  if (await inTransaction(ctx, (tx) => leaveToBank(tx, id))) return 'open';
  if (!(await giveBack(ctx, payment, payment.vendorId))) {
    const asked = payment.asked + 1;
    const askAt = new Date(ctx.clock.now().getTime() + nextAskInMs(asked));
    await em.nativeUpdate(Payment, { ...id, state: 'approved' }, { asked, askAt });
    ctx.log.warn({ paymentId: payment.id, asked }, 'a late sale was not taken back');
    return 'open';
  }
  await inTransaction(ctx, async (tx) => {
    const row = await tx.em.findOneOrFail(Payment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!mayMove(row.state, 'voided')) return;
    row.state = 'voided';
    row.askAt = null;
    await tx.em.flush();
    await postEntry(tx, row.billerId, postVoid(row, await loadParts(tx.em, row.billerId, row.id)));
  });
  return 'taken-back';
}

/** How often the bank's decision is looked for; it takes weeks. */
const DECISION_LOOK_MS = 6 * 3_600_000;

/**
 * Under the lock of the payment, which whoever takes in a dispute holds as well: whether the bank has the money, or has
 * given it back in our place. Where it has decided against us the payment stays as the ledger shows it, with the dispute's
 * own entries; what it left to us of a part is for the person whom the dispute has asked.
 */
async function leaveToBank(tx: TxCtx, id: { billerId: string; id: string }): Promise<boolean> {
  const payment = await tx.em.findOneOrFail(Payment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const of = { billerId: id.billerId, paymentId: id.id };
  const disputes = await tx.em.find(Dispute, of, { refresh: true });
  const isUndecided = disputes.some(({ state }) => state === 'open' || state === 'answered');
  const isTaken = disputes.some(({ state, takesMoney }) => state === 'lost' && takesMoney);
  if (!isUndecided && !isTaken) return false;
  payment.askAt = isUndecided ? new Date(tx.clock.now().getTime() + DECISION_LOOK_MS) : null;
  await tx.em.flush();
  tx.log.info({ paymentId: payment.id }, 'a late sale is left to the bank that disputes it');
  return true;
}

/** Whether the money is back with the customer, by this try or by an earlier one. */
async function giveBack(ctx: Ctx, payment: Payment, vendorId: string): Promise<boolean> {
  const voided = await ctx.payments.void(vendorId);
  if (voided.kind === 'done') return true;
  if (voided.kind === 'unknown') return false;
  // Refused: it was voided before, or it is settling already and can only be refunded.
  const now = await ctx.payments.find(vendorId);
  if (now.kind !== 'found') return false;
  if (now.sale.status === 'voided') return true;
  const requestId = ctx.ids.derived(payment.id, 'take-back');
  const before = await ctx.payments.searchRefunds(requestId);
  if (before.kind !== 'found') return false;
  if (before.refunds.some((refund) => refund.status !== 'refused')) return true;
  const amount = money(payment.amountMinor, payment.currency);
  return (await ctx.payments.refund(vendorId, amount, requestId)).kind === 'done';
}
