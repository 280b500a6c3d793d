import { Account } from '@kvitt/db/customer/account.entity';
import { findMisses } from '@kvitt/db/session/find-misses';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalPasskey } from '@kvitt/db/session/portal-passkey.entity';
import { StepUpMiss } from '@kvitt/db/session/step-up-miss.entity';
import { decideStepUp, findStepUpLock } from '@kvitt/domain/session/decide-step-up';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { openSession } from './open-session.ts';
import { spendChallenge } from './spend-challenge.ts';

export interface PasskeyTry {
  /** Whose question it was, and of which account; undefined where only the answer tells. */
  billerId: string;
  accountId: string | undefined;
  challengeId: string;
  credentialId: string;
  browserToken: string | undefined;
  /** Reads the answer with the key on file: how often the passkey was used by now; undefined where it is not true. */
  verify(passkey: PortalPasskey, challenge: string): Promise<number | undefined>;
}

/** `no-passkey` the question is over, or no open passkey of that name is ours: it counts as no try at an account. */
export type PasskeyAnswer =
  | { kind: 'open'; billerId: string; accountId: string; browserToken: string }
  | { kind: 'wrong' | 'locked'; browserToken: string }
  | { kind: 'no-passkey' };

/**
 * Opens an account to a browser by one of the account's passkeys, for as long as any proof does, under the same lock: a
 * browser's misses close it to this way as to every other one.
 */
export async function openByPasskey(ctx: Ctx, order: PasskeyTry): Promise<PasskeyAnswer> {
  const challenge = await inTransaction(ctx, (tx) => spendChallenge(tx, order));
  const { credentialId } = order;
  const passkey = await ctx.em.fork().findOne(PortalPasskey, { credentialId, removedAt: null });
  const isOther = order.accountId !== undefined && order.accountId !== passkey?.accountId;
  if (challenge === undefined || !passkey || isOther) return { kind: 'no-passkey' };
  const counter = await order.verify(passkey, challenge);
  const { billerId, accountId } = passkey;
  const held = order.browserToken ?? ctx.ids.token();
  const way = 'passkey' as const;
  return inTransaction(ctx, async (tx): Promise<PasskeyAnswer> => {
    const now = tx.clock.now();
    await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const browserHash = hashToken(held);
    const misses = await findMisses(tx.em, { billerId, accountId, browserHash }, now);
    const { kind } = decideStepUp({ way, isRight: counter !== undefined, ...misses, now });
    if (kind === 'open') {
      const used = { usedAt: now, counter: counter ?? 0 };
      await tx.em.nativeUpdate(PortalPasskey, { billerId, id: passkey.id }, used);
      const opened = await openSession(tx, { billerId, accountId, way }, browserHash);
      return { kind, billerId, accountId, browserToken: opened.browserToken };
    }
    if (findStepUpLock({ way, ...misses }) === undefined) {
      await tx.em.insert(StepUpMiss, { billerId, id: tx.ids.next(), accountId, browserHash, way, at: now });
    }
    return { kind, browserToken: held };
  });
}
