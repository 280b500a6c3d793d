import { findInboundThread, type InboundThread } from '@kvitt/db/conversation/find-inbound-thread';
import { noteInbound } from '@kvitt/db/conversation/note-inbound';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { Message } from '@kvitt/db/message/message.entity';
import { readIntent } from '@kvitt/domain/conversation/read-intent';
import { redactCardNumbers } from '@kvitt/domain/conversation/redact-card-numbers';
import type { InboundText } from '@kvitt/sms/sms-port';
import { changeConsent } from '../consent/change-consent.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { openThread, type Thread } from './find-thread.ts';

export type ReceiveAnswer =
  | { kind: 'received'; messageId: string }
  | { kind: 'seen-before' }
  /** None of our billers has this number. */
  | { kind: 'unknown-number' };

/**
 * Takes in a text, in one transaction: its row, once per carrier's id, and the job that answers it. A STOP is not left
 * for later: it is recorded, and takes queued texts away, before the carrier hears that we have it. A card
 * number is removed before anything is stored.
 */
export async function receiveText(ctx: Ctx, text: InboundText): Promise<ReceiveAnswer> {
  return inTransaction(ctx, async (tx) => {
    const found = await findInboundThread(tx.em, text.from, text.to);
    if (!found) return { kind: 'unknown-number' };
    const { billerId } = found;
    const now = tx.clock.now();
    const thread = await completeThread(tx, found, text.from);
    const { phoneId } = thread;
    const messageId = tx.ids.next();
    const isNew = await insertOnce(tx.em, Message, {
      billerId,
      id: messageId,
      ...thread,
      direction: 'in',
      body: redactCardNumbers(text.body).text,
      state: 'received',
      parts: text.parts,
      sendAt: now,
      attempts: 0,
      vendorId: text.vendorId,
      carrierIntent: text.carrierIntent ?? null,
      createdAt: now,
    });
    if (!isNew) return { kind: 'seen-before' };

    await noteInbound(tx.em, { billerId, conversationId: thread.conversationId, phoneId }, now);
    await honourStop(tx, { billerId, phoneId, messageId }, text);
    await tx.jobs.enqueue(
      tx.em.getKysely(),
      'conversation.answer',
      { billerId, messageId },
      { key: messageId },
    );
    return { kind: 'received', messageId };
  });
}

/** The first text of a phone, or to this number of ours, opens what is not there yet. */
async function completeThread(
  tx: TxCtx,
  { billerId, senderId, phoneId, conversationId }: InboundThread,
  from: string,
): Promise<Thread> {
  if (phoneId !== null && conversationId !== null) return { conversationId, senderId, phoneId };
  return openThread(tx, { billerId, senderId, phoneId: phoneId ?? (await addPhone(tx, billerId, from)) });
}

/** Two first texts at once add one phone. */
async function addPhone(tx: TxCtx, billerId: string, e164: string): Promise<string> {
  await insertOnce(tx.em, Phone, {
    billerId,
    id: tx.ids.next(),
    e164,
    // It has sent a text, so it can receive one.
    lineType: 'mobile',
    unreachableSince: null,
    unreachableCode: null,
    createdAt: tx.clock.now(),
  });
  return (await tx.em.findOneOrFail(Phone, { billerId, e164 })).id;
}

/** Wordings that end the texts at once; an unclear one is for a person to decide, in the answer. */
const STOPPING: readonly string[] = ['opt-out', 'cease', 'wrong-party'];

async function honourStop(
  tx: TxCtx,
  who: { billerId: string; phoneId: string; messageId: string },
  text: InboundText,
): Promise<void> {
  const intent = readIntent(text.body);
  const isStop = text.carrierIntent === 'optout' || STOPPING.includes(intent.kind);
  if (!isStop) return;
  await changeConsent(tx, {
    ...who,
    act: 'revoked',
    purpose: 'all',
    channel: text.carrierIntent === 'optout' ? 'carrier' : 'text',
    wording: redactCardNumbers(text.body).text,
    actor: 'customer',
  });
}
