import { Payment } from '@kvitt/db/payment/payment.entity';
import type { Sale } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { readSaleOf } from './read-sale-of.ts';
import { recordOutcome } from './record-outcome.ts';
import { recordReturn } from './record-return.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes a sale, as the processor shows it now, for news about its payment: an outcome that was open is recorded where
 * every outcome is, a sale that was taken for lost is given back, and one that was captured and then declined was sent
 * back by the bank. Says nothing new about anything else.
 */
export async function learnSale(ctx: Ctx, payment: Payment, sale: Sale): Promise<void> {
  const key = { billerId: payment.billerId, paymentId: payment.id };
  // Other sales with its id are refusals of the same payment, and no news about the one that was captured.
  if (payment.state === 'approved') {
    if (sale.vendorId !== payment.vendorId) return;
    if (sale.status === 'declined') await recordReturn(ctx, key, sale.returnCode);
    if (sale.status === 'settled') await noteSettled(ctx, key);
    return;
  }
  const wasLost = payment.state === 'declined';
  const outcome = readSaleOf(payment, sale);
  const isNews = await recordOutcome(ctx, key, outcome);
  if (isNews && wasLost && outcome.kind === 'approved') await takeBack(ctx, key);
}

/** Only looked at where a bank settles late: of a card's that is not asked. */
async function noteSettled(ctx: Ctx, { billerId, paymentId }: { billerId: string; paymentId: string }) {
  const pending = {
    billerId,
    id: paymentId,
    state: 'approved' as const,
    clearsBy: { $ne: null },
    settledAt: null,
  };
  await ctx.em.fork().nativeUpdate(Payment, pending, { settledAt: ctx.clock.now() });
}
