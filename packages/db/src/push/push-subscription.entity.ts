import type { Language } from '@kvitt/domain/locale/language';
import type { PushKind } from '@kvitt/domain/push/read-push-kind';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** Why notes to a browser ended; `gone` is its push service's word. */
export type PushEnd = 'asked' | 'gone' | 'replaced' | 'signed-out' | 'removed';

const PushSubscriptionSchema = defineEntity({
  name: 'PushSubscription',
  tableName: 'push_subscription',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** Whose consent the notes stand under. */
    phoneId: p.uuid(),
    /** The address at the browser's push service. */
    endpoint: p.text(),
    /** What notes are sealed with for this browser, base64url. */
    p256dh: p.text(),
    auth: p.text(),
    /** The hash of what the browser's cookie held when it asked. */
    browserHash: p.text(),
    language: p.text().$type<Language>(),
    /** What it shows notes of; never nothing. */
    kinds: p.array<PushKind>(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedWhy: p.text().$type<PushEnd>().nullable(),
  },
});

/** That a browser shows notes of one account's bills and receipts. */
export class PushSubscription extends PushSubscriptionSchema.class {}
PushSubscriptionSchema.setClass(PushSubscription);
