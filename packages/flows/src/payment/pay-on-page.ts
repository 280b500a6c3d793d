import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import type { ChargeRefusal } from '@kvitt/domain/payment/decide-charge';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { PaymentState } from '@kvitt/domain/payment/payment';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { startPayment } from './start-payment.ts';

export interface PageOrder {
  /** Names this try: made with the page and sent back with its form, so that a form sent twice is one payment. */
  tryId: string;
  /** What goes to which bill, as the page said; all of them bills of the link's own account. */
  parts: readonly AgreedPart[];
  /** What the page said is added for paying by this card. */
  feeMinor: number;
  /**
   * The new card's one-time reference at the processor, or a card of the account's that is kept. A kept one takes over from
   * the card on file only from who has proved whose the account is.
   */
  card:
    | { kind: 'new'; nonce: string; isKept: boolean; takesOver?: boolean; isAuthenticated?: boolean }
    | { kind: 'saved'; methodId: string };
}

export type PageAnswer =
  | { kind: 'done'; paymentId: string; state: PaymentState }
  /** `not-yours` a bill or a card that is not the account's, or a card that is no longer kept. */
  | { kind: 'refused'; refusal: ChargeRefusal | 'not-yours' }
  /** Nothing was charged: what is added for this card is not what the page said. What it is, in minor units. */
  | { kind: 'refused'; refusal: 'fee-changed'; feeMinor: number };

/**
 * Pays bills of one account from the portal, with a card that is entered there or one that is kept: commits the intent,
 * asks the processor, records its word.
 */
export async function payOnPage(
  ctx: Ctx,
  { invoice }: Pick<LinkTarget, 'invoice'>,
  order: PageOrder,
): Promise<PageAnswer> {
  const { billerId } = invoice;
  // What comes with a form may be anybody's id. Made from it and the bill, the payment's own id belongs to this bill
  // alone, also at the processor, where a sale under an id that two bills share would count as paid for both.
  const paymentId = ctx.ids.derived(order.tryId.toLowerCase(), invoice.id);
  const { parts, card } = order;
  const agreedMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const newCard = await readNewCard(ctx, billerId, card);
  const answer = await inTransaction(ctx, async (tx) => {
    if (!(await isOfAccount(tx, invoice, order))) {
      return { kind: 'refused' as const, refusal: 'not-yours' as const };
    }
    const thread = await findThread(tx, billerId, invoice.accountId);
    return startPayment(tx, {
      billerId,
      paymentId,
      parts,
      agreed: money(agreedMinor, invoice.currency),
      feeMinor: order.feeMinor,
      newCard,
      channel: 'portal',
      accountId: invoice.accountId,
      ...(card.kind === 'new'
        ? { isCardKept: card.isKept, takesOver: card.takesOver ?? false }
        : { methodId: card.methodId }),
      ...(thread && { conversationId: thread.conversationId }),
    });
  });
  if (answer.kind === 'refused') return answer;
  if (answer.kind === 'started-before') return { kind: 'done', paymentId, state: answer.payment.state };
  await chargeInvoice(ctx, { billerId, paymentId }, card.kind === 'new' ? card : undefined);
  const payment = await ctx.em.fork().findOneOrFail(Payment, { billerId, id: paymentId });
  return { kind: 'done', paymentId, state: payment.state };
}

/**
 * What a card that was just entered is, asked of the processor before the transaction, and only where a biller adds a fee
 * at all. No answer is no fee. One that its holder has confirmed at the bank was confirmed for the amount without a fee.
 */
async function readNewCard(
  ctx: Ctx,
  billerId: string,
  card: PageOrder['card'],
): Promise<CardFace | undefined> {
  if (card.kind !== 'new' || card.isAuthenticated) return undefined;
  const { cardFee } = await loadMoneyRules(ctx.em.fork(), billerId);
  if (!cardFee) return undefined;
  const found = await ctx.payments.findNonce(card.nonce);
  return found.kind === 'found' ? found.card : undefined;
}

/** What comes with a form names bills and a card; only the link's own account's are taken. */
async function isOfAccount(
  tx: TxCtx,
  { billerId, accountId }: LinkTarget['invoice'],
  { parts, card }: PageOrder,
): Promise<boolean> {
  const ids = [...new Set(parts.map(({ invoiceId }) => invoiceId))];
  const bills = await tx.em.count(Invoice, { billerId, accountId, id: { $in: ids } });
  if (ids.length === 0 || ids.length !== parts.length || bills !== ids.length) return false;
  if (card.kind === 'new') return true;
  const { methodId: id } = card;
  return (await tx.em.count(PaymentMethod, { billerId, accountId, id, removedAt: null })) === 1;
}
