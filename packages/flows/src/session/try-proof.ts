import { Account } from '@kvitt/db/customer/account.entity';
import { findMisses } from '@kvitt/db/session/find-misses';
import { hashToken } from '@kvitt/db/session/hash-token';
import { StepUpMiss } from '@kvitt/db/session/step-up-miss.entity';
import { decideStepUp, findStepUpLock } from '@kvitt/domain/session/decide-step-up';
import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { openSession } from './open-session.ts';

export interface ProofTry {
  billerId: string;
  accountId: string;
  way: ProofWay;
  /** Which passkey it is, where it is one. */
  passkeyId?: string;
  /** What the browser's cookie holds; one is made where it holds nothing. */
  browserToken: string | undefined;
}

export type ProofAnswer =
  /** `browserToken` is new: what the browser held before opens nothing any more. */
  | { kind: 'open'; browserToken: string; expiresAt: Date }
  | { kind: 'wrong'; browserToken: string; triesLeft: number }
  | { kind: 'locked'; browserToken: string; untilMs: number };

/**
 * Opens an account to a browser whose proof is right, for a while, and counts one that is not, within the caller's
 * transaction. The account's row is locked, so that tries that come at once are counted one after the other.
 * @param isRight judges the proof, under the lock
 */
export async function tryProof(
  tx: TxCtx,
  { billerId, accountId, way, passkeyId, browserToken }: ProofTry,
  isRight: () => Promise<boolean>,
): Promise<ProofAnswer> {
  const held = browserToken ?? tx.ids.token();
  const now = tx.clock.now();
  await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const browserHash = hashToken(held);
  const misses = await findMisses(tx.em, { billerId, accountId, browserHash }, now);
  const decision = decideStepUp({ way, isRight: await isRight(), ...misses, now });
  if (decision.kind === 'open') {
    return openSession(tx, { billerId, accountId, way, passkeyId: passkeyId ?? null }, browserHash);
  }
  // What is locked is not tried: nobody keeps a lock shut for good by knocking on it.
  if (findStepUpLock({ way, ...misses }) === undefined) {
    await tx.em.insert(StepUpMiss, { billerId, id: tx.ids.next(), accountId, browserHash, way, at: now });
  }
  return { ...decision, browserToken: held };
}
