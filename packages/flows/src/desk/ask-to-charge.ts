import { Biller } from '@kvitt/db/biller/biller.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { findOpenCodes } from '@kvitt/db/conversation/find-open-codes';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Desk } from '@kvitt/db/desk/desk.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { readAnswering } from '@kvitt/domain/desk/read-answering';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import type { Money } from '@kvitt/domain/money/money';
import { sayWithFee } from '@kvitt/domain/payment/say-with-fee';
import { noteAct } from '../agent/note-act.ts';
import { cardWords } from '../conversation/card-words.ts';
import { closeQuestions } from '../conversation/close-questions.ts';
import type { TxCtx } from '../kit/context.ts';
import { loadWriter } from '../message/load-writer.ts';
import { mayAnswer } from '../message/may-answer.ts';
import { type QueueAnswer, queueText } from '../message/queue-text.ts';
import { findCardFee } from '../payment/find-card-fee.ts';
import { type AtDesk, findHolder } from './move-thread.ts';
import { UNDO_MS } from './send-reply.ts';

/** A customer who does not sit waiting for it looks at the phone within the hour. */
const ANSWER_WITHIN_MS = 3_600_000;

export interface ChargeRequest {
  conversationId: string;
  /** Made by the console: asked twice by a shaky line, it is asked once. */
  askId: string;
  invoiceId: string;
}

export type ChargeAnswer =
  | QueueAnswer
  | { kind: 'refused'; refusal: 'NO_SUCH_THREAD' | 'NOT_OF_THIS_PHONE' | 'NOTHING_DUE' | 'NO_CARD' }
  | { kind: 'refused'; refusal: 'TAKEN'; by: string };

/**
 * Asks a customer by text whether to charge a bill to the card on file, stating both, with the code to answer: the
 * question that PAY is answered with, asked by an agent. Nothing is charged before the customer's YES.
 */
export async function askToCharge(tx: TxCtx, actor: AtDesk, ask: ChargeRequest): Promise<ChargeAnswer> {
  const { billerId } = actor;
  const { conversationId, invoiceId } = ask;
  const conversation = await tx.em.findOne(Conversation, { billerId, id: conversationId });
  if (!conversation) return { kind: 'refused', refusal: 'NO_SUCH_THREAD' };
  const desk = await tx.em.findOne(Desk, { billerId, conversationId }, { refresh: true });
  const by = await findHolder(tx, actor, desk?.assigneeId);
  if (by !== undefined) return { kind: 'refused', refusal: 'TAKEN', by };
  const invoice = await tx.em.findOne(Invoice, { billerId, id: invoiceId });
  const { phoneId } = conversation;
  const served =
    invoice && (await tx.em.findOne(AccountPhone, { billerId, accountId: invoice.accountId, phoneId }));
  if (!invoice || !served) return { kind: 'refused', refusal: 'NOT_OF_THIS_PHONE' };
  const due = amountDue(invoice, await loadReceivable(tx.em, billerId, invoiceId));
  if (due.minor <= 0) return { kind: 'refused', refusal: 'NOTHING_DUE' };
  const { accountId } = invoice;
  const method = await tx.em.findOne(
    PaymentMethod,
    { billerId, accountId, removedAt: null, closedAt: null },
    { orderBy: { isDefault: 'desc' } },
  );
  if (!method) return { kind: 'refused', refusal: 'NO_CARD' };
  // A question waits for no later hour: its time would be over before it arrives.
  const verdict = await mayAnswer(tx, {
    billerId,
    phoneId,
    lastInboundAt: conversation.lastInboundAt ?? null,
  });
  if (verdict.kind !== 'allowed') return { kind: 'refused', refusal: verdict.reasons[0]?.code ?? 'NOT_NOW' };
  return putQuestion(tx, actor, { askId: ask.askId, conversation, invoice, due, method });
}

/** What is asked, of whom, and from which card. */
interface ChargeQuestion {
  askId: string;
  conversation: Conversation;
  invoice: Invoice;
  due: Money;
  method: PaymentMethod;
}

async function putQuestion(tx: TxCtx, actor: AtDesk, question: ChargeQuestion): Promise<ChargeAnswer> {
  const { askId, conversation, invoice, due, method } = question;
  const { billerId, id: conversationId, senderId, phoneId, lastInboundAt } = conversation;
  const { accountId } = invoice;
  const feeMinor = await findCardFee(tx, { billerId, accountId, amount: due, card: method });
  const now = tx.clock.now();
  const sendAt = new Date(now.getTime() + UNDO_MS);
  const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
  const code = tx.ids.code(...(await findOpenCodes(tx.em, { billerId, conversationId })));
  const answer = await queueText(tx, {
    billerId,
    conversationId,
    senderId,
    phoneId,
    ...readAnswering(lastInboundAt, sendAt),
    template: 'pay-question',
    body: await write(tx, question, { feeMinor, code }),
    cause: `agent-ask/${askId}/${actor.name}`,
    invoiceId: invoice.id,
    // Checked once more when it is sent: what was paid meanwhile is not asked for.
    statedMinor: due.minor,
    sendAt,
    sendBefore: expiresAt,
  });
  if (answer.kind !== 'queued') return answer;
  await closeQuestions(tx, { billerId, conversationId });
  await tx.em.insert(PayOffer, {
    billerId,
    id: tx.ids.derived(askId, 'offer'),
    conversationId,
    invoiceId: invoice.id,
    methodId: method.id,
    kind: 'question',
    amountMinor: due.minor,
    feeMinor,
    currency: due.currency,
    code,
    state: 'open',
    createdAt: now,
    expiresAt,
  });
  await tx.em.nativeUpdate(
    Desk,
    { billerId, conversationId },
    { state: 'waiting', assigneeId: actor.id, wantedSince: null, unreadSince: null, snoozedUntil: null },
  );
  await noteAct(tx, actor, 'thread.charge-asked', { subject: 'message', subjectId: answer.messageId });
  return answer;
}

async function write(
  tx: TxCtx,
  { invoice, due, method }: ChargeQuestion,
  { feeMinor, code }: { feeMinor: number; code: string },
): Promise<string> {
  const { billerId, accountId, number: invoiceNumber } = invoice;
  const { language } = await findOwner(tx.em, { billerId, accountId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const amount = sayWithFee(due, feeMinor, language);
  const writeText = await loadWriter(tx, billerId);
  return writeText('pay-question', language, { brand, amount, card: cardWords(method), code, invoiceNumber });
}
