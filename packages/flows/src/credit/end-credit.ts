import { Credit } from '@kvitt/db/credit/credit.entity';
import { CreditUse } from '@kvitt/db/credit/credit-use.entity';
import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import type { CreditEnd } from '@kvitt/domain/credit/credit';
import { postCreditEnded, postCreditUnused } from '@kvitt/domain/ledger/post-credit';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';

export type EndCreditAnswer =
  | { kind: 'ended'; endedMinor: number }
  /** There is none · it is over · only an overpayment is the customer's own, to be paid back and never taken. */
  | { kind: 'refused'; refusal: 'unknown' | 'over' | 'not-so' };

/**
 * Ends a credit, within the caller's transaction: what is left of it goes where it came from. Taken back, it also leaves the
 * bills that it went to and that are still open; one that is settled stays settled, and nobody is asked for what it paid.
 */
export async function endCredit(
  tx: TxCtx,
  order: { billerId: string; creditId: string; as: CreditEnd; by: string },
): Promise<EndCreditAnswer> {
  const { billerId, creditId, as, by } = order;
  const key = { billerId, id: creditId };
  const credit = await tx.em.findOne(Credit, key, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!credit) return { kind: 'refused', refusal: 'unknown' };
  if (credit.endedAt) return { kind: 'refused', refusal: 'over' };
  if ((credit.kind === 'overpayment') !== (as === 'paid-back')) return { kind: 'refused', refusal: 'not-so' };
  const { kind, currency } = credit;
  if (as === 'taken-back') await leaveOpenBills(tx, credit);
  const uses = await tx.em.find(CreditUse, { billerId, creditId, undoneAt: null });
  const endedMinor = uses.reduce((left, { amountMinor }) => left - amountMinor, credit.amountMinor);
  Object.assign(credit, { endedAt: tx.clock.now(), endedAs: as, endedBy: by, endedMinor });
  await tx.em.flush();
  if (endedMinor > 0) {
    await postEntry(tx, billerId, postCreditEnded({ id: creditId, kind, amountMinor: endedMinor, currency }));
  }
  tx.log.info({ creditId, as }, 'a credit has ended');
  return { kind: 'ended', endedMinor };
}

async function leaveOpenBills(tx: TxCtx, { billerId, id: creditId, currency }: Credit): Promise<void> {
  const uses = await tx.em.find(CreditUse, { billerId, creditId, undoneAt: null });
  const ids = uses.map(({ invoiceId }) => invoiceId);
  const due = await loadReceivables(tx.em, billerId, ids);
  for (const use of uses) {
    const { id, invoiceId, amountMinor } = use;
    if ((due.get(invoiceId) ?? 0) <= 0) continue;
    use.undoneAt = tx.clock.now();
    await tx.em.flush();
    await postEntry(tx, billerId, postCreditUnused({ id, invoiceId, amountMinor, currency }));
  }
}
