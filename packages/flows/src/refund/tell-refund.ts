import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { loadOutcomeFacts } from '@kvitt/db/payment/load-outcome-facts';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { Refund } from '@kvitt/db/refund/refund.entity';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells the customer what became of giving money back, in the transaction that records it. Of a refund that was refused,
 * or is still open, the biller hears and not the customer, who was promised nothing by text; of UNDO they hear each.
 */
export async function tellRefund(tx: TxCtx, refund: Refund): Promise<void> {
  const { billerId, id, paymentId } = refund;
  const facts = await loadOutcomeFacts(tx.em, billerId, paymentId);
  const payment = await tx.em.findOneOrFail(Payment, { billerId, id: paymentId });
  const card =
    payment.cardBrand && payment.cardLast4
      ? cardWords({ brand: payment.cardBrand, last4: payment.cardLast4 })
      : facts.method
        ? cardWords(facts.method)
        : '';
  const { brand, language } = facts;
  const words = render(refund, {
    brand,
    language,
    card,
    supportPhone: await supportPhoneOf(tx, billerId),
    renderTemplate: await loadWriter(tx, billerId),
  });
  const conversationId = refund.conversationId ?? payment.conversationId;
  if (!words || !conversationId) return;
  const thread = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  await queueText(tx, {
    billerId,
    conversationId,
    senderId: thread.senderId,
    phoneId: thread.phoneId,
    purpose: 'receipt',
    // What the biller gives back by its own decision nobody on the phone has asked for: after a STOP it is not told.
    ...(refund.why === 'undo' && { askedAt: refund.askedForAt }),
    template: words.template,
    body: words.body,
    cause: `${words.template}/${id}`,
    invoiceId: payment.invoiceId,
  });
}

interface Told {
  renderTemplate: Writer;
  brand: string;
  language: Language;
  card: string;
  supportPhone: string;
}

async function supportPhoneOf(tx: TxCtx, billerId: string): Promise<string> {
  return (await tx.em.findOneOrFail(Biller, { id: billerId })).supportPhone;
}

function render(
  { why, state, amountMinor, currency }: Refund,
  { renderTemplate, brand, language, card, supportPhone }: Told,
): { template: string; body: string } | undefined {
  const amount = formatMoney(money(amountMinor, currency), language);
  if (why === 'refund') {
    return state === 'done'
      ? { template: 'refund-made', body: renderTemplate('refund-made', language, { brand, amount, card }) }
      : undefined;
  }
  switch (state) {
    case 'done':
      return {
        template: 'undo-done',
        body: renderTemplate('undo-done', language, { brand, amount, card, link: '{link}' }),
      };
    case 'refused':
      return {
        template: 'undo-too-late',
        body: renderTemplate('undo-too-late', language, { brand, amount, supportPhone }),
      };
    case 'unknown':
      return {
        template: 'undo-checking',
        body: renderTemplate('undo-checking', language, { brand, amount }),
      };
    default:
      return undefined;
  }
}
