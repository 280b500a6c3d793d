import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import type { DialogEffect } from '@kvitt/domain/conversation/dialog';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { queueText } from '../message/queue-text.ts';
import type { Answering } from './answering.ts';
import { cardWords } from './card-words.ts';

/** How long a question waits for its YES: long enough to find one's glasses, too short to be answered by mistake. */
const ANSWER_WITHIN_MS = 600_000;

/** Asks whether to charge: states amount and card, gives the answer's code, and remembers what was stated. */
export async function askToPay(
  tx: TxCtx,
  { text, dialog }: Answering,
  effect: Extract<DialogEffect, { do: 'ask-to-pay' }>,
): Promise<void> {
  const { billerId, conversationId, senderId, phoneId } = text;
  const { bill, code } = effect;
  const now = tx.clock.now();
  const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
  // One question at a time: one that a STOP has ended stands in the way of a new one.
  await tx.em.nativeUpdate(
    PayOffer,
    { billerId, conversationId, kind: 'question', state: 'open' },
    { state: 'superseded' },
  );
  await tx.em.insert(PayOffer, {
    billerId,
    id: tx.ids.derived(text.id, 'offer'),
    conversationId,
    invoiceId: bill.invoiceId,
    methodId: effect.methodId,
    kind: 'question',
    amountMinor: bill.amountDue.minor,
    currency: bill.amountDue.currency,
    code,
    state: 'open',
    createdAt: now,
    expiresAt,
  });
  const vars = {
    brand: dialog.biller.name,
    amount: formatMoney(bill.amountDue, dialog.language),
    invoiceNumber: bill.number,
    card: cardWords(effect.card),
    code,
  };
  const { because } = effect;
  const renderTemplate = await loadWriter(tx, billerId);
  const body = because
    ? renderTemplate('pay-question-again', dialog.language, { ...vars, why: because })
    : renderTemplate('pay-question', dialog.language, vars);
  await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    purpose: 'reply',
    askedAt: text.createdAt,
    template: because ? 'pay-question-again' : 'pay-question',
    body,
    cause: `answer/${text.id}`,
    invoiceId: bill.invoiceId,
    statedMinor: bill.amountDue.minor,
    // A question that arrives when its time is up would only be answered in vain.
    sendBefore: expiresAt,
  });
}
