import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { writeReceipt } from '@kvitt/domain/receipt/receipt';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { ReceiptView } from './page.ts';

/** The receipt of an approved payment, as its page shows it. */
export async function receiptView(ctx: Ctx, { invoice }: LinkTarget, payment: Payment): Promise<ReceiptView> {
  const remaining = await loadReceivable(ctx.em, invoice.billerId, invoice.id);
  const paidAt = payment.finishedAt ?? payment.startedAt;
  const receipt = writeReceipt(payment, paidAt, invoice, remaining);
  return {
    ...receipt,
    paidAt: paidAt.toISOString(),
    isCardKept: payment.isCardKept,
    ...(payment.cardBrand && payment.cardLast4
      ? { card: { brand: payment.cardBrand, last4: payment.cardLast4 } }
      : {}),
  };
}
