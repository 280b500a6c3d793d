import type { Payment } from '@kvitt/db/payment/payment.entity';
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
    if (sale.status === 'declined' && sale.vendorId === payment.vendorId) await recordReturn(ctx, key);
    return;
  }
  const wasLost = payment.state === 'declined';
  const outcome = readSaleOf(payment, sale);
  const isNews = await recordOutcome(ctx, key, outcome);
  if (isNews && wasLost && outcome.kind === 'approved') await takeBack(ctx, key);
}
