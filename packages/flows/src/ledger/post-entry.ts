import { insertOnce } from '@kvitt/db/kit/insert-once';
import { JournalEntry } from '@kvitt/db/ledger/journal-entry.entity';
import { Posting } from '@kvitt/db/ledger/posting.entity';
import { lookAgainAtPlans } from '@kvitt/db/plan/look-again-at-plans';
import type { JournalEntry as Entry } from '@kvitt/domain/ledger/chart';
import type { Currency } from '@kvitt/domain/money/money';
import type { TxCtx } from '../kit/context.ts';

/**
 * Posts a fact about money within the caller's transaction, once per cause: a second post of the same cause is none.
 * @returns whether it was posted now
 */
export async function postEntry(tx: TxCtx, billerId: string, entry: Entry): Promise<boolean> {
  const id = tx.ids.derived(entry.causeId, entry.cause);
  const isNew = await insertOnce(tx.em, JournalEntry, {
    billerId,
    id,
    cause: entry.cause,
    causeId: entry.causeId,
    currency: entry.currency as Currency,
    at: tx.clock.now(),
  });
  if (!isNew) return false;
  await tx.em.insertMany(
    Posting,
    entry.postings.map((posting, line) => ({
      billerId,
      entryId: id,
      line,
      account: posting.account,
      invoiceId: posting.invoiceId ?? null,
      minor: posting.minor,
    })),
  );
  const changed = entry.postings.flatMap(({ invoiceId }) => invoiceId ?? []);
  // A bill that was issued this moment is in no plan, and there may be a million of them.
  const isNewBill = entry.cause === 'invoice-issued' || entry.cause === 'settled-outside';
  if (!isNewBill && changed.length > 0) {
    await lookAgainAtPlans(tx.em, { billerId, invoiceIds: changed, at: tx.clock.now() });
  }
  return true;
}
