import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import type { Ctx } from '../world.ts';
import { findRefusal } from './find-refusal.ts';

export interface TextOrder {
  phone: string;
  purpose: TextPurpose;
  template: string;
  body: string;
  cause: string;
  askedAt?: number;
  invoiceId?: string;
  statedMinor?: number;
  sendBefore?: number;
}

/** As packages/flows/src/message/queue-text.ts, within the caller's transaction: one row per cause. */
export function queueText(ctx: Ctx, order: TextOrder): void {
  const { store } = ctx;
  const now = ctx.now();
  const consent = store.consents.get(order.phone);
  const refusal = findRefusal({ ...order, askedAt: order.askedAt ?? null }, consent, now);
  const id = ctx.nextId();
  // The unique index message_cause.
  if (!store.insert(store.causes, order.cause, id)) return;
  store.insert(store.messages, id, {
    id,
    phone: order.phone,
    direction: 'out',
    body: order.body || order.template,
    state: refusal === undefined ? 'queued' : 'skipped',
    purpose: order.purpose,
    template: order.template,
    cause: order.cause,
    askedAt: order.askedAt ?? null,
    invoiceId: order.invoiceId ?? null,
    statedMinor: order.statedMinor ?? null,
    sendAt: now,
    sendBefore: order.sendBefore ?? null,
    attempts: 0,
    claimedAt: null,
    vendorId: null,
    reportSequence: null,
    outcome: null,
    outcomes: 0,
    carrierIntent: null,
    reason: null,
    createdAt: now,
  });
  ctx.bells.outbox.ring();
}
