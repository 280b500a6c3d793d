import { Payment } from '@kvitt/db/payment/payment.entity';
import { postVoid } from '@kvitt/domain/ledger/post-payment';
import { money } from '@kvitt/domain/money/money';
import { mayMove } from '@kvitt/domain/payment/payment';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';

/**
 * Gives an approved payment back, whole: voids it where the processor still can, else refunds it, and posts the reversal.
 * Where the processor's answer is lost the payment stays approved, as the ledger shows it, and the log says so loudly:
 * the money is then either taken back already or still ours to give back, which the daily comparison tells.
 */
export async function takeBack(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
): Promise<'taken-back' | 'open'> {
  const id = { billerId: key.billerId, id: key.paymentId };
  const payment = await ctx.em.fork().findOneOrFail(Payment, id);
  const vendorId = payment.vendorId;
  if (payment.state !== 'approved' || !vendorId) return 'open';
  let answer = await ctx.payments.void(vendorId);
  if (answer.kind === 'refused') {
    const amount = money(payment.amountMinor, payment.currency);
    answer = await ctx.payments.refund(vendorId, amount, ctx.ids.derived(payment.id, 'take-back'));
  }
  if (answer.kind !== 'done') {
    ctx.log.warn({ paymentId: payment.id, answer: answer.kind }, 'a late sale was not taken back');
    return 'open';
  }
  await inTransaction(ctx, async (tx) => {
    const row = await tx.em.findOneOrFail(Payment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!mayMove(row.state, 'voided')) return;
    row.state = 'voided';
    await tx.em.flush();
    await postEntry(tx, row.billerId, postVoid(row));
  });
  return 'taken-back';
}
