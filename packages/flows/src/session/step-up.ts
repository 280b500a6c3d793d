import { hashToken } from '@kvitt/db/session/hash-token';
import { StepUpCode } from '@kvitt/db/session/step-up-code.entity';
import { isSamePostalCode } from '@kvitt/domain/session/is-same-postal-code';
import type { StepUpWay } from '@kvitt/domain/session/step-up-ways';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { type ProofAnswer, type ProofTry, tryProof } from './try-proof.ts';

/** A texted code is of no use to whoever looks for it after so many wrong ones. */
const CODE_MISSES = 5;

export interface StepUpTry extends ProofTry {
  customer: { postalCode: string | null; dateOfBirth: string | null };
  way: StepUpWay;
  /** As it was typed. */
  given: string;
}

/** Opens an account to a browser that proves whose it is, for a while. */
export function stepUp(ctx: Ctx, order: StepUpTry): Promise<ProofAnswer> {
  return inTransaction(ctx, async (tx) => {
    const answer = await tryProof(tx, order, () => isRight(tx, order, tx.clock.now()));
    const { accountId, way } = order;
    if (answer.kind !== 'open')
      tx.log.info({ accountId, way, locked: answer.kind === 'locked' }, 'a step-up was refused');
    return answer;
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
