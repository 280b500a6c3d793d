import { findTextStanding } from '@kvitt/db/consent/find-text-standing';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { Message } from '@kvitt/db/message/message.entity';
import { wakeDispatcher } from '@kvitt/db/message/wake-dispatcher';
import {
  mayTextByConsent,
  STOP_CONFIRMATIONS,
  type TextPurpose,
  type TextRefusal,
} from '@kvitt/domain/consent/may-text';
import { countSegments } from '@kvitt/domain/message/count-segments';
import type { TxCtx } from '../kit/context.ts';

export interface TextOrder {
  billerId: string;
  conversationId: string;
  senderId: string;
  phoneId: string;
  purpose: TextPurpose;
  template: string;
  /** Rendered and normalised; `{link}` where the address of the bill goes, made at the instant of sending. */
  body: string;
  /** What makes this text, with its id: the same cause is queued once. */
  cause: string;
  invoiceId?: string;
  /** What the text says is due; where that is no longer so when it is claimed, it is not sent. */
  statedMinor?: number;
  sendBefore?: Date;
  /** Not before this; at once where absent. */
  sendAt?: Date;
  /** When the customer's own text or payment came that this answers. */
  askedAt?: Date;
}

export type QueueAnswer =
  | { kind: 'queued'; messageId: string }
  | { kind: 'refused'; refusal: TextRefusal }
  | { kind: 'queued-before' };

/**
 * Puts a text into the outbox, within the caller's transaction; `send-texts` takes it from there, once the transaction
 * is committed. A text that may not be sent is kept as `skipped` with the rule that says so.
 */
export async function queueText(tx: TxCtx, order: TextOrder): Promise<QueueAnswer> {
  const now = tx.clock.now();
  const verdict = mayTextByConsent(await loadTextFacts(tx, order));
  const messageId = tx.ids.next();
  const isNew = await insertOnce(tx.em, Message, {
    billerId: order.billerId,
    id: messageId,
    conversationId: order.conversationId,
    senderId: order.senderId,
    phoneId: order.phoneId,
    direction: 'out',
    body: order.body,
    state: verdict.kind === 'allowed' ? 'queued' : 'skipped',
    purpose: order.purpose,
    template: order.template,
    cause: order.cause,
    invoiceId: order.invoiceId ?? null,
    statedMinor: order.statedMinor ?? null,
    parts: countSegments(order.body).parts,
    sendAt: order.sendAt ?? now,
    sendBefore: order.sendBefore ?? null,
    askedAt: order.askedAt ?? null,
    attempts: 0,
    reason: verdict.kind === 'refused' ? verdict.refusal : null,
    createdAt: now,
  });
  if (!isNew) return { kind: 'queued-before' };
  if (verdict.kind === 'refused') return { kind: 'refused', refusal: verdict.refusal };
  await wakeDispatcher(tx.em);
  return { kind: 'queued', messageId };
}

async function loadTextFacts(tx: TxCtx, order: TextOrder): Promise<Parameters<typeof mayTextByConsent>[0]> {
  return {
    ...(await findTextStanding(tx.em, order.billerId, order.phoneId)),
    purpose: order.purpose,
    askedAt: order.askedAt,
    isStopConfirmation: STOP_CONFIRMATIONS.includes(order.template),
  };
}
