import { PasskeyChallenge } from '@kvitt/db/session/passkey-challenge.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Takes what a passkey was asked to sign, once, within the caller's transaction: two answers to one question are one answer.
 * Undefined where it is over, was answered, or was asked of somebody else.
 */
export async function spendChallenge(
  tx: TxCtx,
  {
    billerId,
    challengeId,
    accountId,
  }: { billerId: string; challengeId: string; accountId: string | undefined },
): Promise<string | undefined> {
  const now = tx.clock.now();
  const which = {
    billerId,
    id: challengeId,
    accountId: accountId ?? null,
    usedAt: null,
    expiresAt: { $gt: now },
  };
  const isOurs = (await tx.em.nativeUpdate(PasskeyChallenge, which, { usedAt: now })) === 1;
  if (!isOurs) return undefined;
  const spent = await tx.em.findOneOrFail(PasskeyChallenge, { billerId, id: challengeId }, { refresh: true });
  return spent.challenge;
}
