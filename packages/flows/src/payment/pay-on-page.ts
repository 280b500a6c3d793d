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
  /** Names this try: made with the page and sent back with its form, so that a form sent twice is one payment. */
  tryId: string;
  /** The new card's one-time reference at the processor. */
  nonce: string;
  /** What the page said is due, in minor units. */
  statedMinor: number;
  /** What the customer chose to pay of it; all of it where absent. */
  payMinor?: number;
  keepCard: boolean;
}

export type PageAnswer =
  | { kind: 'done'; paymentId: string; state: PaymentState }
  | { kind: 'refused'; refusal: ChargeRefusal };

/** Pays one bill from the portal with a card entered there: commits the intent, asks the processor, records its word. */
export async function payOnPage(
  ctx: Ctx,
  { invoice }: Pick<LinkTarget, 'invoice'>,
  order: PageOrder,
): Promise<PageAnswer> {
  const { billerId } = invoice;
  // What comes with a form may be anybody's id. Made from it and the bill, the payment's own id belongs to this bill
  // alone, also at the processor, where a sale under an id that two bills share would count as paid for both.
  const paymentId = ctx.ids.derived(order.tryId.toLowerCase(), invoice.id);
  const agreedMinor = order.payMinor ?? order.statedMinor;
  const isPartial = agreedMinor < order.statedMinor;
  const parts = [{ invoiceId: invoice.id, amountMinor: agreedMinor, isPartial }];
  const answer = await inTransaction(ctx, async (tx) => {
    const thread = await findThread(tx, billerId, invoice.accountId);
    return startPayment(tx, {
      billerId,
      paymentId,
      parts,
      agreed: money(agreedMinor, invoice.currency),
      channel: 'portal',
      isCardKept: order.keepCard,
      ...(thread && { conversationId: thread.conversationId }),
    });
  });
  if (answer.kind === 'refused') return answer;
  if (answer.kind === 'started-before') return { kind: 'done', paymentId, state: answer.payment.state };
  await chargeInvoice(ctx, { billerId, paymentId }, order.nonce);
  const payment = await ctx.em.fork().findOneOrFail(Payment, { billerId, id: paymentId });
  return { kind: 'done', paymentId, state: payment.state };
}
