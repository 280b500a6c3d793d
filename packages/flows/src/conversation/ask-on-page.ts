import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { Message } from '@kvitt/db/message/message.entity';
import { MessagePicture } from '@kvitt/db/message/message-picture.entity';
import { readIntent } from '@kvitt/domain/conversation/read-intent';
import { redactCardNumbers } from '@kvitt/domain/conversation/redact-card-numbers';
import { PICTURES_A_DAY } from '@kvitt/domain/picture/read-picture-kind';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { findThread } from './find-thread.ts';
import { wantPerson } from './want-person.ts';

export interface PageQuestion {
  billerId: string;
  accountId: string;
  invoiceId: string;
  /** Made by whoever asks: a question that is sent twice, or sent again by an outbox, is asked once. */
  questionId: string;
  body: string;
  /** What a person is called for, as the inbox names it. */
  why: 'question' | 'line-disputed';
  picture?: Picture | undefined;
}

/** Packed anew, without what a camera writes beside it. */
export interface Picture {
  jpeg: Buffer;
  /** In points. */
  width: number;
  height: number;
}

/** `no-thread` the account has no phone, and so nobody to answer · `picture-many` enough of them came within a day. */
export type AskAnswer =
  | { kind: 'asked' | 'asked-before' }
  | { kind: 'refused'; refusal: 'empty' | 'too-long' | 'no-thread' | 'picture-many' };

/** What a person reads in one go; longer matters are for a call. */
const LONGEST = 1_000;
const DAY_MS = 24 * 3_600_000;

/** Wordings that end the texts at once, wherever they are written. */
const STOPPING: readonly string[] = ['opt-out', 'cease', 'wrong-party'];

/**
 * Puts a customer's question about a bill into the thread with the biller, within the caller's transaction, for a person to
 * answer by text. It is no command: PAY written here charges nothing. A STOP is one wherever it stands.
 */
export async function askOnPage(tx: TxCtx, question: PageQuestion): Promise<AskAnswer> {
  const { billerId, accountId, invoiceId, questionId } = question;
  const body = redactCardNumbers(question.body.trim()).text;
  if (body === '') return { kind: 'refused', refusal: 'empty' };
  if (body.length > LONGEST) return { kind: 'refused', refusal: 'too-long' };
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return { kind: 'refused', refusal: 'no-thread' };
  const now = tx.clock.now();
  const { picture } = question;
  if (picture && (await hasSentEnough(tx, question, now)))
    return { kind: 'refused', refusal: 'picture-many' };
  const isStop = STOPPING.includes(readIntent(body).kind);
  const isNew = await insertOnce(tx.em, Message, {
    billerId,
    id: questionId,
    ...thread,
    direction: 'in',
    body,
    state: 'received',
    template: 'page-question',
    cause: `page-question/${questionId}`,
    invoiceId,
    parts: 1,
    sendAt: now,
    attempts: 0,
    outcome: isStop ? 'opted-out' : 'passed-to-person',
    createdAt: now,
  });
  if (!isNew) return { kind: 'asked-before' };
  if (picture) {
    const whose = { billerId, messageId: questionId, accountId };
    await tx.em.insert(MessagePicture, { ...whose, ...picture, createdAt: now });
  }
  const { conversationId: id, phoneId } = thread;
  await tx.em.nativeUpdate(Conversation, { billerId, id }, { lastInboundAt: now });
  if (isStop) {
    await changeConsent(tx, {
      billerId,
      phoneId,
      act: 'revoked',
      purpose: 'all',
      channel: 'web',
      wording: body,
      actor: 'customer',
      messageId: questionId,
    });
  } else {
    await wantPerson(tx, { billerId, conversationId: id }, question.why);
  }
  return { kind: 'asked' };
}

async function hasSentEnough(
  tx: TxCtx,
  { billerId, accountId, questionId }: PageQuestion,
  now: Date,
): Promise<boolean> {
  const createdAt = { $gt: new Date(now.getTime() - DAY_MS) };
  // One that is sent again is no other one.
  const others = { billerId, accountId, createdAt, messageId: { $ne: questionId } };
  return (await tx.em.count(MessagePicture, others)) >= PICTURES_A_DAY;
}
