import { findStanding } from '@kvitt/db/consent/find-standing';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import type { Language } from '@kvitt/domain/locale/language';
import { PUSH_KINDS } from '@kvitt/domain/push/read-push-kind';
import type { TxCtx } from '../kit/context.ts';

export interface PushOrder {
  billerId: string;
  accountId: string;
  phoneId: string;
  /** As the browser gives it. */
  endpoint: string;
  p256dh: string;
  auth: string;
  browserToken: string;
  language: Language;
}

export type SubscribeAnswer =
  | { kind: 'subscribed' }
  /** `STOPPED` this phone gets no bills by text, and so no notes of them either. */
  | { kind: 'refused'; refusal: 'STOPPED' };

/** More browsers than a household has; with another one the oldest ends. */
const MOST_BROWSERS = 6;

/**
 * Notes, within the caller's transaction, that a browser shows notes of one account's bills and receipts. The same browser
 * asked twice is one; what it had asked for before is replaced.
 */
export async function subscribePush(tx: TxCtx, order: PushOrder): Promise<SubscribeAnswer> {
  const { billerId, accountId, phoneId, browserToken, ...browser } = order;
  const standing = await findStanding(tx.em, billerId, phoneId);
  if (!standing.service || standing.service === 'revoked') return { kind: 'refused', refusal: 'STOPPED' };
  const now = tx.clock.now();
  const end = { endedAt: now, endedWhy: 'replaced' as const };
  const browserHash = hashToken(browserToken);
  const open = { billerId, accountId, endedAt: null };
  const same = { ...open, $or: [{ endpoint: order.endpoint }, { browserHash }] };
  const before = await tx.em.findOne(PushSubscription, same, { orderBy: { createdAt: 'desc', id: 'desc' } });
  await tx.em.nativeUpdate(PushSubscription, same, end);
  const others = await tx.em.find(PushSubscription, open, { orderBy: { createdAt: 'desc', id: 'desc' } });
  for (const { id } of others.slice(MOST_BROWSERS - 1)) {
    await tx.em.nativeUpdate(PushSubscription, { billerId, id }, end);
  }
  await tx.em.insert(PushSubscription, {
    billerId,
    id: tx.ids.next(),
    accountId,
    phoneId,
    ...browser,
    browserHash,
    // A browser that has got another address shows what it showed before.
    kinds: before?.kinds ?? [...PUSH_KINDS],
    createdAt: now,
    endedAt: null,
    endedWhy: null,
  });
  return { kind: 'subscribed' };
}
