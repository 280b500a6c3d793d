import { Credit } from '@kvitt/db/credit/credit.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { closeWork } from '../work/close-work.ts';
import { endCredit } from './end-credit.ts';
import { tellCredit } from './tell-credit.ts';
import { useCredits } from './use-credits.ts';

export type OverpaymentAnswer =
  | { kind: 'kept' | 'paid-back' }
  | { kind: 'refused'; refusal: 'unknown' | 'over' | 'kept-before' };

/**
 * What becomes of money that a customer paid beyond what was due, within the caller's transaction: with their consent it is
 * a credit, and goes to the next amount due; else the biller pays it back from the account that it came to, and says so.
 * @param order.consent how the customer agreed, in words; only where it is kept
 */
export async function decideOverpayment(
  tx: TxCtx,
  order: { billerId: string; creditId: string; as: 'kept' | 'paid-back'; by: string; consent?: string },
): Promise<OverpaymentAnswer> {
  const { billerId, creditId, as, by } = order;
  const credit = await tx.em.findOne(
    Credit,
    { billerId, id: creditId, kind: 'overpayment' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!credit) return { kind: 'refused', refusal: 'unknown' };
  if (credit.endedAt) return { kind: 'refused', refusal: 'over' };
  if (as === 'kept' && credit.keptAt) return { kind: 'refused', refusal: 'kept-before' };
  if (as === 'kept') {
    Object.assign(credit, { keptAt: tx.clock.now(), keptBy: by, askedBackAt: null });
    await tx.em.flush();
    await useCredits(tx, { billerId, accountId: credit.accountId });
  } else {
    await endCredit(tx, { billerId, creditId, as, by });
    await tellCredit(tx, { ...pickNews(credit), template: 'overpayment-returned' });
  }
  const reason = as === 'kept' ? `kept as a credit: ${order.consent ?? 'agreed'}` : 'paid back';
  const key = { billerId, kind: 'overpayment' as const, subject: creditId, closedAt: null };
  for (const { id } of await tx.em.find(WorkItem, key)) await closeWork(tx, { billerId, id, by, reason });
  return { kind: as };
}

function pickNews({ billerId, accountId, id: creditId, amountMinor, currency }: Credit) {
  return { billerId, accountId, creditId, amountMinor, currency };
}
