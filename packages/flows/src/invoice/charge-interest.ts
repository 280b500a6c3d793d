import { Biller } from '@kvitt/db/biller/biller.entity';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { findInterestBills, type InterestBill } from '@kvitt/db/invoice/find-interest-bills';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import {
  defaultInterest,
  type InterestTerms,
  listInterestPeriods,
} from '@kvitt/domain/invoice/default-interest';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inPages } from '../kit/in-pages.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { tellInterest } from './tell-interest.ts';

/** Bills per look at the database, and per transaction. */
const PAGE = 200;

/**
 * Charges the interest of a biller's late bills for the periods that are over, each once: a period's number on its bill is
 * unique in the database. Nothing is charged where the biller has no terms for it.
 * @param order.asOf the day to take for today, `YYYY-MM-DD`; today in the biller's zone where absent
 */
export async function chargeInterest(
  ctx: Ctx,
  order: { billerId: string; asOf?: string },
): Promise<{ charged: number; chargedMinor: number }> {
  const { billerId } = order;
  const em = ctx.em.fork();
  const answer = { charged: 0, chargedMinor: 0 };
  const { interest } = await loadMoneyRules(em, billerId);
  if (!interest) return answer;
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const today = order.asOf ?? localDate(ctx.clock.now(), biller.timeZone);
  await inPages(ctx, PAGE, async (tx, page) => {
    const bills = await findInterestBills(tx.em, biller, today, page);
    for (const bill of bills) {
      const { count, minor } = await chargePeriods(tx, bill, { billerId, terms: interest, today });
      answer.charged += count;
      answer.chargedMinor += minor;
    }
    return bills;
  });
  return answer;
}

async function chargePeriods(
  tx: TxCtx,
  bill: InterestBill,
  { billerId, terms, today }: { billerId: string; terms: InterestTerms; today: string },
): Promise<{ count: number; minor: number }> {
  const charged: { id: string; amountMinor: number }[] = [];
  for (const { number, from, until } of listInterestPeriods(bill, today)) {
    const period = { dueOn: bill.dueOn, from, until };
    const amountMinor = defaultInterest(bill.balances, terms, period, bill.rests);
    if (amountMinor <= 0) continue;
    const adjustment = {
      billerId,
      id: tx.ids.derived(bill.id, `interest/${number}`),
      invoiceId: bill.id,
      kind: 'interest' as const,
      amountMinor,
      currency: bill.currency,
      number,
      reason: `${from} to ${until}`,
      madeBy: 'rules',
      onDay: today,
      at: tx.clock.now(),
    };
    if (!(await insertOnce(tx.em, Adjustment, adjustment))) continue;
    await postEntry(tx, billerId, postAdjustment(adjustment));
    charged.push(adjustment);
  }
  const minor = charged.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const last = charged.at(-1);
  // A reminder that waits states another amount by now.
  if (last) {
    await takeBackReminders(tx.em, { billerId, invoiceIds: [bill.id] });
    await tellInterest(tx, { billerId, ...bill }, { id: last.id, minor });
  }
  return { count: charged.length, minor };
}
