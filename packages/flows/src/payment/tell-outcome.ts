import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { Message } from '@kvitt/db/message/message.entity';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { money } from '@kvitt/domain/money/money';
import type { PaymentState } from '@kvitt/domain/payment/payment';
import { writeReceipt } from '@kvitt/domain/receipt/receipt';
import { localDate } from '@kvitt/domain/time/local-date';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import { queueText } from '../message/queue-text.ts';

/**
 * Tells the customer what became of a payment, in the transaction that records it: the receipt; the refusal with a way to
 * mend it; that we are checking. Who paid on the page sees a refusal there, so only the receipt is texted as well.
 * @param before the state that the payment has left
 */
export async function tellOutcome(tx: TxCtx, payment: Payment, before: PaymentState): Promise<void> {
  // A sale that shows up after we said that it did not arrive is taken back, and nobody was ever told that they paid.
  if (before === 'declined') return;
  if (payment.channel === 'portal' && payment.state !== 'approved') return;
  const words = await render(tx, payment);
  const { billerId, conversationId } = payment;
  if (!words || !conversationId) return;
  const thread = await tx.em.findOneOrFail(Conversation, { billerId, id: conversationId });
  await queueText(tx, {
    billerId,
    conversationId,
    senderId: thread.senderId,
    phoneId: thread.phoneId,
    purpose: 'receipt',
    askedAt: await whenAsked(tx, payment),
    template: words.template,
    body: words.body,
    cause: `${words.template}/${payment.id}`,
    invoiceId: payment.invoiceId,
  });
}

async function render(tx: TxCtx, payment: Payment): Promise<{ template: string; body: string } | undefined> {
  const { billerId } = payment;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const account = await tx.em.findOneOrFail(Account, { billerId, id: payment.accountId });
  const customer = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { language } = customer;
  const base = {
    brand: biller.name,
    amount: formatMoney(money(payment.amountMinor, payment.currency), language),
    link: '{link}',
  };
  const card = await findCard(tx, payment);
  switch (payment.state) {
    case 'approved': {
      const invoice = await tx.em.findOneOrFail(Invoice, { billerId, id: payment.invoiceId });
      const paidAt = payment.finishedAt ?? tx.clock.now();
      const rest = await loadReceivable(tx.em, billerId, payment.invoiceId);
      const receipt = writeReceipt(payment, paidAt, invoice, rest);
      const body = renderTemplate('receipt', language, {
        ...base,
        date: formatDueDate(localDate(paidAt, customer.timeZone), language),
        card,
        reference: receipt.reference,
        balance: formatMoney(receipt.remaining, language),
      });
      return { template: 'receipt', body };
    }
    case 'unknown':
      return { template: 'checking-payment', body: renderTemplate('checking-payment', language, base) };
    case 'declined': {
      if (payment.declineKind === 'never-arrived') {
        return {
          template: 'payment-did-not-arrive',
          body: renderTemplate('payment-did-not-arrive', language, base),
        };
      }
      const why = payment.declineKind ?? 'card-refused';
      return {
        template: 'payment-declined',
        body: renderTemplate('payment-declined', language, { ...base, why, card }),
      };
    }
    default:
      return undefined;
  }
}

/** When the customer asked for the payment: with the text that said so, else on the page. */
async function whenAsked(tx: TxCtx, payment: Payment): Promise<Date> {
  const { billerId, messageId } = payment;
  if (!messageId) return payment.startedAt;
  return (await tx.em.findOneOrFail(Message, { billerId, id: messageId })).createdAt;
}

async function findCard(tx: TxCtx, payment: Payment): Promise<string> {
  const { billerId, cardBrand, cardLast4, methodId } = payment;
  if (cardBrand && cardLast4) return cardWords({ brand: cardBrand, last4: cardLast4 });
  const method = methodId ? await tx.em.findOne(PaymentMethod, { billerId, id: methodId }) : null;
  return method ? cardWords(method) : '';
}
