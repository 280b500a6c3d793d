import { insertOnce } from '@kvitt/db/kit/insert-once';
import { findEnds } from '@kvitt/db/message/find-ends';
import { Message } from '@kvitt/db/message/message.entity';
import { wakeDispatcher } from '@kvitt/db/message/wake-dispatcher';
import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import { countSegments } from '@kvitt/domain/message/count-segments';
import { withoutLink } from '@kvitt/domain/message/without-link';
import { wantPerson } from '../conversation/want-person.ts';
import type { TxCtx } from '../kit/context.ts';
import { type DecidedText, decideTexts, keepDecisions } from './decide-texts.ts';

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
  /** The customer asked for the link itself, so that it goes also to who wants texts without links. */
  isLinkAskedFor?: boolean;
  /** When the customer's own text or payment came that this answers. */
  askedAt?: Date;
}

export type QueueAnswer =
  /** With the first minute at which it may go, where that is not now, and the rule that says so. */
  | { kind: 'queued'; messageId: string; waits?: { until: Date; reason: string } }
  /** A person decides whether it goes. */
  | { kind: 'held'; messageId: string; reason: string }
  /** The hard reason that is named first; all of them are with the decision. */
  | { kind: 'refused'; refusal: string }
  | { kind: 'queued-before' };

/**
 * Puts a text into the outbox, within the caller's transaction; `send-texts` takes it from there, once the transaction
 * is committed. The contact policy is asked first, and again when the text is claimed: what may not go now waits for the
 * first minute at which it may, what may not go at all is kept as `skipped` with the rule that says so, and what the rules
 * leave to a person is held. The decision is kept with the text, whatever it is.
 */
export async function queueText(tx: TxCtx, order: TextOrder): Promise<QueueAnswer> {
  const now = tx.clock.now();
  const messageId = tx.ids.next();
  const ends = await findEnds(tx.em, order);
  const body = ends.isWithoutLinks && !order.isLinkAskedFor ? withoutLink(order.body) : order.body;
  const decided = await decide(tx, messageId, { ...order, body }, ends.from);
  const until = decided.nextAllowedAt === null ? null : new Date(decided.nextAllowedAt);
  const planned = order.sendAt ?? now;
  const isNew = await insertOnce(tx.em, Message, {
    billerId: order.billerId,
    id: messageId,
    conversationId: order.conversationId,
    senderId: order.senderId,
    phoneId: order.phoneId,
    direction: 'out',
    body,
    state: STATES[decided.decision],
    purpose: order.purpose,
    template: order.template,
    cause: order.cause,
    invoiceId: order.invoiceId ?? null,
    statedMinor: order.statedMinor ?? null,
    parts: countSegments(body).parts,
    sendAt: until && until > planned ? until : planned,
    deferredUntil: until,
    sendBefore: order.sendBefore ?? null,
    askedAt: order.askedAt ?? null,
    attempts: 0,
    reason: decided.reasons[0] ?? null,
    createdAt: now,
  });
  if (!isNew) return { kind: 'queued-before' };
  await keepDecisions(tx, { billerId: order.billerId, phase: 'planned' }, [decided]);
  const reason = decided.reasons[0] ?? '';
  switch (decided.decision) {
    case 'DENY':
      return { kind: 'refused', refusal: reason };
    case 'REVIEW':
      await wantPerson(tx, order, 'text-held');
      return { kind: 'held', messageId, reason };
    case 'DEFER':
      return { kind: 'queued', messageId, ...(until && { waits: { until, reason } }) };
    case 'ALLOW':
      await wakeDispatcher(tx.em);
      return { kind: 'queued', messageId };
  }
}

const STATES = { ALLOW: 'queued', DEFER: 'queued', DENY: 'skipped', REVIEW: 'held' } as const;

async function decide(tx: TxCtx, id: string, order: TextOrder, from: string): Promise<DecidedText> {
  const { billerId } = order;
  const open = {
    id,
    phoneId: order.phoneId,
    invoiceId: order.invoiceId ?? null,
    purpose: order.purpose,
    template: order.template,
    askedAt: order.askedAt,
    body: order.body,
    from,
  };
  const [decided] = await decideTexts(tx, billerId, [open]);
  if (!decided) throw new Error('one text has one decision');
  return decided;
}
