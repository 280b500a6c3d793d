import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PayOfferPart } from '@kvitt/db/payment/pay-offer-part.entity';
import type { AskAgain, PayQuestion } from '@kvitt/domain/conversation/dialog-effects';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { sayWithFee } from '@kvitt/domain/payment/say-with-fee';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter, type Writer } from '../message/load-writer.ts';
import type { Answering } from './answering.ts';
import { cardWords } from './card-words.ts';
import { closeQuestions } from './close-questions.ts';
import { reply } from './reply.ts';

/** How long a question waits for its YES: long enough to find one's glasses, too short to be answered by mistake. */
const ANSWER_WITHIN_MS = 600_000;

/** Asks whether to charge: states amount and card, gives the answer's code, and remembers what was stated. */
export async function askToPay(tx: TxCtx, answering: Answering, question: PayQuestion): Promise<void> {
  const [first] = question.bills;
  if (!first) throw new Error('a question is about one bill at least');
  const now = tx.clock.now();
  const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
  await remember(tx, answering, question, { invoiceId: first.invoiceId, createdAt: now, expiresAt });
  const isWhole = question.parts.every(({ isPartial }) => !isPartial);
  await reply(tx, answering, {
    ...render(await loadWriter(tx, answering.text.billerId), answering, question),
    invoiceId: first.invoiceId,
    // Of one whole bill it states what is due, which is checked once more when the text is sent.
    ...(question.bills.length === 1 && isWhole && { statedMinor: question.amount.minor }),
    // A question that arrives when its time is up would only be answered in vain.
    sendBefore: expiresAt,
  });
}

async function remember(
  tx: TxCtx,
  { text }: Answering,
  { parts, amount, feeMinor = 0, method, code }: PayQuestion,
  when: { invoiceId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { billerId, conversationId } = text;
  await closeQuestions(tx, text);
  const id = tx.ids.derived(text.id, 'offer');
  await tx.em.insert(PayOffer, {
    ...when,
    billerId,
    id,
    conversationId,
    methodId: method.id,
    kind: 'question',
    amountMinor: amount.minor,
    feeMinor,
    currency: amount.currency,
    code,
    state: 'open',
  });
  if (parts.length === 1 && !parts[0]?.isPartial) return;
  await tx.em.insertMany(
    PayOfferPart,
    parts.map((part, place) => ({ ...part, billerId, offerId: id, place })),
  );
}

function render(
  write: Writer,
  { dialog }: Answering,
  { bills, parts, amount, feeMinor = 0, method, code, because, instalment }: PayQuestion,
): { template: string; body: string } {
  const { language, biller } = dialog;
  const [first] = bills;
  const base = {
    brand: biller.name,
    amount: sayWithFee(amount, feeMinor, language),
    card: cardWords(method.card),
    code,
  };
  const invoiceNumber = bills.map(({ number }) => number).join(', ');
  const why: AskAgain | 'asked' = because ?? 'asked';
  if (instalment) {
    const vars = { ...base, ...instalment, why };
    return { template: 'pay-question-instalment', body: write('pay-question-instalment', language, vars) };
  }
  if (bills.length > 1) {
    const vars = { ...base, invoiceNumber, why };
    return { template: 'pay-question-several', body: write('pay-question-several', language, vars) };
  }
  if (first && parts[0]?.isPartial) {
    const vars = { ...base, invoiceNumber, why, due: formatMoney(first.amountDue, language) };
    return { template: 'pay-question-part', body: write('pay-question-part', language, vars) };
  }
  const vars = { ...base, invoiceNumber };
  return because
    ? {
        template: 'pay-question-again',
        body: write('pay-question-again', language, { ...vars, why: because }),
      }
    : { template: 'pay-question', body: write('pay-question', language, vars) };
}
