import { AutopayOffer } from '@kvitt/db/autopay/autopay-offer.entity';
import type { DialogEffect } from '@kvitt/domain/conversation/dialog-effects';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { findMandateWords } from '../autopay/enroll.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import type { Answering } from './answering.ts';
import { cardWords } from './card-words.ts';
import { closeQuestions } from './close-questions.ts';
import { reply } from './reply.ts';

/** As long as a question about a payment: it is answered from the same screen. */
const ANSWER_WITHIN_MS = 600_000;

/** Asks whether to charge an account's bills by themselves: gives the words of the mandate, the card, what is open, and a code. */
export async function askAutopay(
  tx: TxCtx,
  answering: Answering,
  { accountId, method, total, code }: Extract<DialogEffect, { do: 'ask-autopay' }>,
): Promise<void> {
  const { text, dialog } = answering;
  const { billerId, conversationId } = text;
  const { language, biller } = dialog;
  const now = tx.clock.now();
  const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
  const said = findMandateWords('text', { language, brand: biller.name });
  await closeQuestions(tx, text);
  await tx.em.insert(AutopayOffer, {
    billerId,
    id: tx.ids.derived(text.id, 'autopay-offer'),
    conversationId,
    accountId,
    methodId: method.id,
    statedMinor: total?.minor ?? 0,
    wordingKey: said.wordingKey,
    code,
    state: 'open',
    createdAt: now,
    expiresAt,
  });
  const write = await loadWriter(tx, billerId);
  const body = write('autopay-question', language, {
    brand: biller.name,
    terms: said.words,
    card: cardWords(method.card),
    code,
    ...(total && { total: formatMoney(total, language) }),
  });
  await reply(tx, answering, { template: 'autopay-question', body, sendBefore: expiresAt });
}
