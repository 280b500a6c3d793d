import { Account } from '@kvitt/db/customer/account.entity';
import { findMisses } from '@kvitt/db/session/find-misses';
import { hashToken } from '@kvitt/db/session/hash-token';
import { StepUpCode } from '@kvitt/db/session/step-up-code.entity';
import { StepUpMiss } from '@kvitt/db/session/step-up-miss.entity';
import { decideStepUp, findStepUpLock } from '@kvitt/domain/session/decide-step-up';
import { isSamePostalCode } from '@kvitt/domain/session/is-same-postal-code';
import type { StepUpWay } from '@kvitt/domain/session/step-up-ways';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { openSession } from './open-session.ts';

/** A texted code is of no use to whoever looks for it after so many wrong ones. */
const CODE_MISSES = 5;

export interface StepUpTry {
  billerId: string;
  accountId: string;
  customer: { postalCode: string | null; dateOfBirth: string | null };
  way: StepUpWay;
  /** As it was typed. */
  given: string;
  /** What the browser's cookie holds; one is made where it holds nothing. */
  browserToken: string | undefined;
}

export type StepUpAnswer =
  /** `browserToken` is new: what the browser held before opens nothing any more. */
  | { kind: 'open'; browserToken: string; expiresAt: Date }
  | { kind: 'wrong'; browserToken: string; triesLeft: number }
  | { kind: 'locked'; browserToken: string; untilMs: number };

/**
 * Opens an account to a browser that proves whose it is, for a while. The account's row is locked, so that tries that
 * come at once are counted one after the other.
 */
export async function stepUp(ctx: Ctx, order: StepUpTry): Promise<StepUpAnswer> {
  const held = order.browserToken ?? ctx.ids.token();
  return inTransaction(ctx, async (tx) => {
    const { billerId, accountId, way } = order;
    const now = tx.clock.now();
    await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const browserHash = hashToken(held);
    const misses = await findMisses(tx.em, { billerId, accountId, browserHash }, now);
    const decision = decideStepUp({ way, isRight: await isRight(tx, order, now), ...misses, now });
    if (decision.kind === 'open') return openSession(tx, order, browserHash);
    // What is locked is not tried: nobody keeps a lock shut for good by knocking on it.
    if (findStepUpLock({ way, ...misses }) === undefined) {
      const id = tx.ids.next();
      await tx.em.insert(StepUpMiss, { billerId, id, accountId, browserHash, way, at: now });
    }
    tx.log.info({ accountId, way, locked: decision.kind === 'locked' }, 'a step-up was refused');
    return { ...decision, browserToken: held };
  });
}

async function isRight(tx: TxCtx, order: StepUpTry, now: Date): Promise<boolean> {
  const { customer, given } = order;
  switch (order.way) {
    case 'postal-code':
      return customer.postalCode !== null && isSamePostalCode(given, customer.postalCode);
    case 'date-of-birth':
      return customer.dateOfBirth !== null && given.trim() === customer.dateOfBirth;
    case 'text-code':
      return spendCode(tx, order, now);
  }
}

/** The last code that was texted, once; a wrong one brings it nearer to its end. */
async function spendCode(tx: TxCtx, { billerId, accountId, given }: StepUpTry, now: Date): Promise<boolean> {
  const code = await tx.em.findOne(
    StepUpCode,
    { billerId, accountId },
    { orderBy: { madeAt: 'desc' }, refresh: true },
  );
  if (!code || code.usedAt !== null || code.expiresAt <= now || code.misses >= CODE_MISSES) return false;
  const digits = given.replace(/\D/g, '');
  if (hashToken(`${code.id}${digits}`) === code.codeHash) {
    code.usedAt = now;
    await tx.em.flush();
    return true;
  }
  code.misses += 1;
  await tx.em.flush();
  return false;
}
