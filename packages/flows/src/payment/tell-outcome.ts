import { loadOutcomeFacts, type OutcomeFacts } from '@kvitt/db/payment/load-outcome-facts';
import { loadParts } from '@kvitt/db/payment/load-parts';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import type { PaymentState } from '@kvitt/domain/payment/payment';
import { sayPaidWithFee } from '@kvitt/domain/payment/say-with-fee';
import { type ReceiptPart, writeReceipt } from '@kvitt/domain/receipt/receipt';
import { localDate } from '@kvitt/domain/time/local-date';
import { cardWords } from '../conversation/card-words.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';

/** What else follows from an outcome. Days are `YYYY-MM-DD`. */
export interface OutcomeNews {
  /** When autopay would have charged what is paid now. */
  autopayDate?: string | undefined;
  /** When a charge that failed is tried again; undefined where it is not. */
  retryOn?: string | undefined;
}

/**
 * Tells the customer what became of a payment, in the transaction that records it: the receipt; the refusal with a way to
 * mend it; that we are checking. Who paid on the page sees a refusal there, so only the receipt is texted as well. Of what
 * autopay charges the customer hears the end and the first refusal: not that we are checking, and not of each retry.
 * @param before the state that the payment has left
 */
export async function tellOutcome(
  tx: TxCtx,
  payment: Payment,
  before: PaymentState,
  news: OutcomeNews,
): Promise<void> {
  // A sale that shows up after we said that it did not arrive is taken back, and nobody was ever told that they paid.
  if (before === 'declined') return;
  if (payment.channel === 'portal' && payment.state !== 'approved') return;
  const isByItself = payment.channel === 'autopay';
  if (isByItself && isUnheard(payment, news)) return;
  const { billerId, conversationId } = payment;
  const facts = await loadOutcomeFacts(tx.em, billerId, payment.id);
  const parts = payment.state === 'approved' ? await loadParts(tx.em, billerId, payment.id) : [];
  const writer = await loadWriter(tx, billerId);
  const words = render(payment, { ...facts, ...news, parts }, tx.clock.now(), writer);
  if (!words || !conversationId || !facts.thread) return;
  await queueText(tx, {
    billerId,
    conversationId,
    ...facts.thread,
    // What nobody asked for in that moment comes unasked itself: after STOP, none of it is texted.
    purpose: isByItself ? 'service' : 'receipt',
    // With the text that asked for the payment, else on the page.
    askedAt: facts.askedAt ?? payment.startedAt,
    template: words.template,
    body: words.body,
    cause: `${words.cause ?? words.template}/${(isByItself && payment.plannedChargeId) || payment.id}`,
    invoiceId: payment.invoiceId,
  });
}

/** A charge that never arrived and is made again is nothing that the customer has to know, or could mend. */
function isUnheard({ state, declineKind }: Payment, { retryOn }: OutcomeNews): boolean {
  return state === 'unknown' || (declineKind === 'never-arrived' && retryOn !== undefined);
}

interface Words {
  template: string;
  body: string;
  /** The name under which it is queued once, where that is not the template's. */
  cause?: string;
}

function render(
  payment: Payment,
  {
    brand,
    firstName,
    language,
    timeZone,
    method,
    parts,
    autopayDate,
    retryOn,
  }: OutcomeFacts & OutcomeNews & { parts: readonly ReceiptPart[] },
  now: Date,
  renderTemplate: Writer,
): Words | undefined {
  const base = {
    brand,
    amount: sayPaidWithFee(money(payment.amountMinor, payment.currency), payment.feeMinor, language),
    link: '{link}',
  };
  const card = nameCard(payment, method);
  switch (payment.state) {
    case 'approved': {
      const paidAt = payment.finishedAt ?? now;
      const receipt = writeReceipt(payment, paidAt, parts);
      const vars = {
        ...base,
        date: formatDueDate(localDate(paidAt, timeZone), language),
        card,
        reference: receipt.reference,
        balance: formatMoney(receipt.remaining, language),
      };
      if (receipt.split.length === 1 && autopayDate !== undefined) {
        const early = { ...vars, autopayDate: formatDueDate(autopayDate, language) };
        return {
          template: 'receipt-early',
          cause: 'receipt',
          body: renderTemplate('receipt-early', language, early),
        };
      }
      if (receipt.split.length === 1) {
        return { template: 'receipt', body: renderTemplate('receipt', language, vars) };
      }
      const split = receipt.split
        .map(({ invoiceNumber, amount }) => `${invoiceNumber} ${formatMoney(amount, language)}`)
        .join(', ');
      // The cause is the receipt's, whatever its words: a payment has one.
      return {
        template: 'receipt-split',
        cause: 'receipt',
        body: renderTemplate('receipt-split', language, { ...vars, split }),
      };
    }
    case 'unknown':
      return { template: 'checking-payment', body: renderTemplate('checking-payment', language, base) };
    case 'declined':
      return renderDecline(payment, language, { ...base, firstName, card, retryOn }, renderTemplate);
    default:
      return undefined;
  }
}

function renderDecline(
  payment: Payment,
  language: Language,
  vars: {
    brand: string;
    amount: string;
    link: string;
    firstName: string;
    card: string;
    retryOn: string | undefined;
  },
  renderTemplate: Writer,
): Words {
  const { firstName, card, retryOn, ...base } = vars;
  if (payment.channel === 'autopay') {
    const again = retryOn !== undefined && { retryOn: formatDueDate(retryOn, language) };
    const body = renderTemplate('autopay-failed', language, { ...base, firstName, card, ...again });
    return { template: 'autopay-failed', body };
  }
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

function nameCard({ cardBrand, cardLast4 }: Payment, method: OutcomeFacts['method']): string {
  if (cardBrand && cardLast4) return cardWords({ brand: cardBrand, last4: cardLast4 });
  return method ? cardWords(method) : '';
}
