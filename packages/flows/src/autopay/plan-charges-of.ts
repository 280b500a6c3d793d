import { findChargesToPlan, type MandateHolder } from '@kvitt/db/autopay/find-charges-to-plan';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findInstalmentsToCharge } from '@kvitt/db/plan/find-instalments-to-charge';
import { NOTICE_DAYS } from '@kvitt/domain/autopay/decide-notice';
import { isFromAccount } from '@kvitt/domain/autopay/is-from-account';
import type { AutopayRules } from '@kvitt/domain/autopay/time-charge';
import { timeCharge } from '@kvitt/domain/autopay/time-charge';
import type { TxCtx } from '../kit/context.ts';

/** What a mandate covers: a bill, or an instalment of a plan, on its due date. */
interface DueItem {
  billerId: string;
  /** Of the charge: the same item on the same date has the same one. */
  chargeId: string;
  accountId: string;
  autopayId: string;
  invoiceId: string;
  planId: string | null;
  dueOn: string;
  timeZone: string;
  /** How long before it the law has the customer told. */
  noticeDays: number;
}

/**
 * Plans, within the caller's transaction, the charges of bills and instalments that mandates cover: each once for its due
 * date, however often and at how many places this runs.
 * @param only the account whose mandate it is; all mandates of all billers where absent
 * @returns how many were planned
 */
export async function planChargesOf(tx: TxCtx, only?: MandateHolder): Promise<number> {
  const rules = new Map<string, AutopayRules>();
  let planned = 0;
  for (const item of await findItems(tx, only)) {
    const known = rules.get(item.billerId) ?? (await loadMoneyRules(tx.em, item.billerId)).autopay;
    rules.set(item.billerId, known);
    if (await planOne(tx, item, known)) planned += 1;
  }
  return planned;
}

async function findItems(tx: TxCtx, only?: MandateHolder): Promise<DueItem[]> {
  const bills = await findChargesToPlan(tx.em, only);
  const instalments = await findInstalmentsToCharge(tx.em, only);
  return [
    ...bills.map(({ id, dueMinor, lastMinor, kind, funding, currency, ...bill }) => ({
      ...bill,
      noticeDays: isFromAccount({ kind, funding, currency }) && dueMinor !== lastMinor ? NOTICE_DAYS : 0,
      invoiceId: id,
      planId: null,
      chargeId: tx.ids.derived(id, `autopay/${bill.dueOn}`),
    })),
    ...instalments.map(({ number, ...one }) => ({
      ...one,
      // Its amount and day were agreed to with its plan.
      noticeDays: 0,
      chargeId: tx.ids.derived(one.planId, `instalment/${number}`),
    })),
  ];
}

async function planOne(tx: TxCtx, item: DueItem, rules: AutopayRules): Promise<boolean> {
  const { timeZone, chargeId, noticeDays, ...due } = item;
  const now = tx.clock.now();
  const { chargeOn, chargeAtMs, tellAtMs } = timeCharge(due.dueOn, rules, timeZone, now, noticeDays);
  const times = { chargeOn, chargeAt: new Date(chargeAtMs), tellAt: new Date(tellAtMs) };
  const isNew = await insertOnce(tx.em, PlannedCharge, {
    ...due,
    id: chargeId,
    state: 'queued',
    reason: null,
    tries: 0,
    ...times,
    createdAt: now,
    endedAt: null,
  });
  if (isNew) return true;
  // Taken away with an earlier mandate; its tries go on counting, so that none of its payments is named twice.
  const again = await tx.em.nativeUpdate(
    PlannedCharge,
    { billerId: due.billerId, id: chargeId, state: 'skipped', reason: 'AUTOPAY_OFF' },
    { state: 'queued', reason: null, endedAt: null, autopayId: due.autopayId, ...times },
  );
  return again > 0;
}
