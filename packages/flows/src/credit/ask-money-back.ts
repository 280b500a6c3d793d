import { Credit } from '@kvitt/db/credit/credit.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { openWork } from '../work/open-work.ts';

export type MoneyBackAnswer =
  | { kind: 'asked' }
  | { kind: 'refused'; refusal: 'unknown' | 'over' | 'kept-before' };

/**
 * Notes that a customer wants what they overpaid sent back, within the caller's transaction. Only a person can send it, from
 * the account that it came to: it waits as work for them, and goes to no bill meanwhile. Asked twice, it is asked once.
 */
export async function askMoneyBack(
  tx: TxCtx,
  { billerId, accountId, creditId }: { billerId: string; accountId: string; creditId: string },
): Promise<MoneyBackAnswer> {
  const credit = await tx.em.findOne(
    Credit,
    { billerId, accountId, id: creditId, kind: 'overpayment' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!credit) return { kind: 'refused', refusal: 'unknown' };
  if (credit.endedAt) return { kind: 'refused', refusal: 'over' };
  if (credit.keptAt) return { kind: 'refused', refusal: 'kept-before' };
  if (credit.askedBackAt) return { kind: 'asked' };
  credit.askedBackAt = tx.clock.now();
  await tx.em.flush();
  const { amountMinor, currency } = credit;
  await openWork(tx, {
    billerId,
    kind: 'overpayment',
    subject: creditId,
    about: 'pay back: the customer asked for it',
    evidence: { amountMinor, currency },
    by: 'customer',
  });
  return { kind: 'asked' };
}
