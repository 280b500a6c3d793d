import { loadOutcomeFacts, type OutcomeFacts } from '@kvitt/db/payment/load-outcome-facts';
import type { Payment } from '@kvitt/db/payment/payment.entity';
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
  const { billerId, conversationId } = payment;
  const facts = await loadOutcomeFacts(tx.em, billerId, payment.id);
  const words = render(payment, facts, tx.clock.now());
  if (!words || !conversationId || !facts.thread) return;
  await queueText(tx, {
    billerId,
    conversationId,
    ...facts.thread,
    purpose: 'receipt',
    // With the text that asked for the payment, else on the page.
    askedAt: facts.askedAt ?? payment.startedAt,
    template: words.template,
    body: words.body,
    cause: `${words.template}/${payment.id}`,
    invoiceId: payment.invoiceId,
  });
}

function render(
  payment: Payment,
  { brand, language, timeZone, invoiceNumber, rest, method }: OutcomeFacts,
  now: Date,
): { template: string; body: string } | undefined {
  const base = {
    brand,
    amount: formatMoney(money(payment.amountMinor, payment.currency), language),
    link: '{link}',
  };
  const card = nameCard(payment, method);
  switch (payment.state) {
    case 'approved': {
      const paidAt = payment.finishedAt ?? now;
      const receipt = writeReceipt(payment, paidAt, { number: invoiceNumber }, rest);
      const body = renderTemplate('receipt', language, {
        ...base,
        date: formatDueDate(localDate(paidAt, timeZone), language),
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

function nameCard({ cardBrand, cardLast4 }: Payment, method: OutcomeFacts['method']): string {
  if (cardBrand && cardLast4) return cardWords({ brand: cardBrand, last4: cardLast4 });
  return method ? cardWords(method) : '';
}
