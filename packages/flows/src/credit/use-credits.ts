import { CreditUse } from '@kvitt/db/credit/credit-use.entity';
import { listCredits } from '@kvitt/db/credit/list-credits';
import { Account } from '@kvitt/db/customer/account.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { findPlannableBills } from '@kvitt/db/plan/find-plannable-bills';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { planUses } from '@kvitt/domain/credit/plan-uses';
import { postCreditUsed } from '@kvitt/domain/ledger/post-credit';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { postEntry } from '../ledger/post-entry.ts';

/**
 * Puts what an account has to its credit towards what is due, within the caller's transaction: what expires first, to the
 * bill that is due first. A bill that rests, or of which a payment is under way, is left alone until it is not.
 * @returns how many uses there were
 */
export async function useCredits(tx: TxCtx, of: { billerId: string; accountId: string }): Promise<number> {
  const { billerId, accountId } = of;
  // Without a credit, which is nearly everybody, nothing is locked.
  if ((await openCredits(tx, of)).length === 0) return 0;
  await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const ids = (await findPlannableBills(tx.em, of)).map(({ invoiceId }) => invoiceId);
  await tx.em.find(
    Invoice,
    { billerId, id: { $in: ids } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const credits = await openCredits(tx, of);
  const open = (await findPlannableBills(tx.em, of)).filter((bill) => !bill.isInFlight);
  const now = tx.clock.now();
  const uses = credits
    .map(({ currency }) => currency)
    .filter((currency, place, all) => all.indexOf(currency) === place)
    .flatMap((currency) =>
      planUses(
        credits.filter((one) => one.currency === currency),
        open.filter((one) => one.currency === currency),
      ).map((use) => ({ ...use, currency })),
    );
  for (const { currency, ...use } of uses) {
    const id = tx.ids.next();
    await tx.em.insert(CreditUse, { billerId, id, ...use, at: now, undoneAt: null });
    await postEntry(tx, billerId, postCreditUsed({ id, currency, ...use }));
  }
  const invoiceIds = [...new Set(uses.map(({ invoiceId }) => invoiceId))];
  if (invoiceIds.length > 0) await takeBackReminders(tx.em, { billerId, invoiceIds });
  return uses.length;
}

async function openCredits(tx: TxCtx, of: { billerId: string; accountId: string }) {
  const all = await listCredits(tx.em, of);
  return all.filter(({ isKept, endedAs, leftMinor }) => isKept && endedAs === null && leftMinor > 0);
}
