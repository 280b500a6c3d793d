import { Payment } from '@kvitt/db/payment/payment.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import type { ChargeRefusal } from '@kvitt/domain/payment/decide-charge';
import type { PaymentState } from '@kvitt/domain/payment/payment';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { startPayment } from './start-payment.ts';

export interface PageOrder {
  /** Named by the page when it was made, so that a form sent twice is one payment. */
  paymentId: string;
  /** The new card's one-time reference at the processor. */
  nonce: string;
  /** What the page said is due, in minor units. */
  statedMinor: number;
  keepCard: boolean;
}

export type PageAnswer =
  | { kind: 'done'; state: PaymentState }
  | { kind: 'refused'; refusal: ChargeRefusal | 'not-this-bill' };

/** Pays one bill from the portal with a card entered there: commits the intent, asks the processor, records its word. */
export async function payOnPage(
  ctx: Ctx,
  { invoice }: Pick<LinkTarget, 'invoice'>,
  order: PageOrder,
): Promise<PageAnswer> {
  const { billerId } = invoice;
  const { paymentId } = order;
  const answer = await inTransaction(ctx, async (tx) => {
    const thread = await findThread(tx, billerId, invoice.accountId);
    return startPayment(tx, {
      billerId,
      paymentId,
      invoiceId: invoice.id,
      agreed: money(order.statedMinor, invoice.currency),
      channel: 'portal',
      isCardKept: order.keepCard,
      ...(thread && { conversationId: thread.conversationId }),
    });
  });
  if (answer.kind === 'refused') return answer;
  if (answer.kind === 'started-before') {
    const isSame = answer.payment.invoiceId === invoice.id;
    return isSame
      ? { kind: 'done', state: answer.payment.state }
      : { kind: 'refused', refusal: 'not-this-bill' };
  }
  await chargeInvoice(ctx, { billerId, paymentId }, order.nonce);
  const payment = await ctx.em.fork().findOneOrFail(Payment, { billerId, id: paymentId });
  return { kind: 'done', state: payment.state };
}
