import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { findLapsingDiscounts } from '@kvitt/db/invoice/find-lapsing-discounts';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { mayLapse } from '@kvitt/domain/invoice/early-discount';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { postEntry } from '../ledger/post-entry.ts';

/**
 * Takes back the early-payment discounts of bills that were not paid by its last day: what is due is the whole bill again,
 * and reminders that wait are written anew. Each once, however many look.
 * @returns how many lapsed
 */
export async function lapseDiscounts(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    let lapsed = 0;
    for (const bill of await findLapsingDiscounts(tx.em, now)) {
      if (!mayLapse(bill, bill.today)) continue;
      const { billerId, id: invoiceId, currency, discountUntil } = bill;
      const adjustment = {
        billerId,
        id: tx.ids.derived(invoiceId, 'early-discount-lapsed'),
        invoiceId,
        kind: 'early-discount-lapsed' as const,
        amountMinor: bill.discountMinor,
        currency,
        number: null,
        reason: `not paid by ${discountUntil}`,
        madeBy: 'rules',
        onDay: bill.today,
        at: now,
      };
      if (!(await insertOnce(tx.em, Adjustment, adjustment))) continue;
      await postEntry(tx, billerId, postAdjustment(adjustment));
      await takeBackReminders(tx.em, { billerId, invoiceIds: [invoiceId] });
      lapsed += 1;
    }
    return lapsed;
  });
}
