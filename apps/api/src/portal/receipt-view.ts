import { loadParts } from '@kvitt/db/payment/load-parts';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { writeReceipt } from '@kvitt/domain/receipt/receipt';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { ReceiptView } from './bill-views.ts';

/** The receipt of an approved payment, as its page shows it. */
export async function receiptView(ctx: Ctx, payment: Payment): Promise<ReceiptView> {
  const parts = await loadParts(ctx.em, payment.billerId, payment.id);
  const paidAt = payment.finishedAt ?? payment.startedAt;
  const receipt = writeReceipt(payment, paidAt, parts);
  return {
    ...receipt,
    paidAt: paidAt.toISOString(),
    isCardKept: payment.isCardKept,
    ...(payment.cardBrand && payment.cardLast4
      ? { card: { brand: payment.cardBrand, last4: payment.cardLast4 } }
      : {}),
  };
}
