import { defineEntity, p } from '@mikro-orm/postgresql';

const PasskeyChallengeSchema = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenge',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** For whose account it is; null where only the answer tells. */
    accountId: p.uuid().nullable(),
    /** Base64url, as browsers sign it. */
    challenge: p.text(),
    madeAt: p.datetime(),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

/** What a passkey is asked to sign, once. */
export class PasskeyChallenge extends PasskeyChallengeSchema.class {}
PasskeyChallengeSchema.setClass(PasskeyChallenge);
