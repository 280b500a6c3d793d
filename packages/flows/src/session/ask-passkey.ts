import { PasskeyChallenge } from '@kvitt/db/session/passkey-challenge.entity';
import type { TxCtx } from '../kit/context.ts';

/** Long enough to look for one's reading glasses; the browser's own window closes by then. */
const VALID_MS = 5 * 60_000;

/**
 * Makes what a passkey is to sign, within the caller's transaction, and forgets what nobody signed in time.
 * @param accountId whose passkey is asked for, or is to be added; undefined where the answer tells
 * @returns its name, and the 188 random bits as browsers sign them (base64url)
 */
export async function askPasskey(
  tx: TxCtx,
  { billerId, accountId }: { billerId: string; accountId?: string | undefined },
): Promise<{ challengeId: string; challenge: string }> {
  const now = tx.clock.now();
  await tx.em.nativeDelete(PasskeyChallenge, { billerId, expiresAt: { $lt: now } });
  const challengeId = tx.ids.next();
  const challenge = Buffer.from(tx.ids.token() + tx.ids.token()).toString('base64url');
  await tx.em.insert(PasskeyChallenge, {
    billerId,
    id: challengeId,
    accountId: accountId ?? null,
    challenge,
    madeAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
    usedAt: null,
  });
  return { challengeId, challenge };
}
