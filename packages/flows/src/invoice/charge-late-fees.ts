import { Biller } from '@kvitt/db/biller/biller.entity';
import { Adjustment } from '@kvitt/db/invoice/adjustment.entity';
import { findLateBills, type LateBillRow } from '@kvitt/db/invoice/find-late-bills';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { decideLateFee } from '@kvitt/domain/invoice/decide-late-fee';
import type { LateFeeTerms } from '@kvitt/domain/invoice/late-fee';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inPages } from '../kit/in-pages.ts';
import { postEntry } from '../ledger/post-entry.ts';
import { tellFee } from './tell-fee.ts';

export interface LateFeeAnswer {
  charged: number;
  chargedMinor: number;
}

/** Bills per look at the database, and per transaction. */
const PAGE = 500;

/**
 * Charges the late fees that a biller's terms and the law allow by today, each once: the fee's number on its bill is
 * unique in the database, so running twice, or at two places at once, charges nothing twice. Nothing is charged where the
 * biller has agreed on no terms.
 * @param order.asOf the day to take for today, `YYYY-MM-DD`; today in the biller's zone where absent
 */
export async function chargeLateFees(
  ctx: Ctx,
  order: { billerId: string; asOf?: string },
): Promise<LateFeeAnswer> {
  const { billerId } = order;
  const em = ctx.em.fork();
  const { lateFee } = await loadMoneyRules(em, billerId);
  const answer = { charged: 0, chargedMinor: 0 };
  if (!lateFee) return answer;
  const { timeZone } = await em.findOneOrFail(Biller, { id: billerId });
  const today = order.asOf ?? localDate(ctx.clock.now(), timeZone);
  await inPages(ctx, PAGE, async (tx, page) => {
    const bills = await findLateBills(tx.em, billerId, today, page);
    for (const bill of bills) {
      const feeMinor = await chargeFee(tx, bill, { billerId, terms: lateFee, today });
      if (feeMinor > 0) answer.charged += 1;
      answer.chargedMinor += feeMinor;
    }
    return bills;
  });
  return answer;
}

/** @returns the fee, 0 where there is none */
async function chargeFee(
  tx: TxCtx,
  bill: LateBillRow,
  { billerId, terms, today }: { billerId: string; terms: LateFeeTerms; today: string },
): Promise<number> {
  const decision = decideLateFee(bill, terms, today);
  if (decision.kind === 'skip') return 0;
  const { feeMinor, number } = decision;
  const adjustment = {
    billerId,
    id: tx.ids.derived(bill.id, `late-fee/${number}`),
    invoiceId: bill.id,
    kind: 'late-fee' as const,
    amountMinor: feeMinor,
    currency: bill.currency,
    number,
    reason: `${terms.country}, due ${bill.dueOn}`,
    madeBy: 'rules',
    onDay: today,
    at: tx.clock.now(),
  };
  if (!(await insertOnce(tx.em, Adjustment, adjustment))) return 0;
  await postEntry(tx, billerId, postAdjustment(adjustment));
  await tellFee(
    tx,
    { billerId, ...bill },
    { id: adjustment.id, feeMinor, dueMinor: bill.dueMinor + feeMinor },
  );
  return feeMinor;
}
