import { type BillToPlan, findChargesToPlan } from '@kvitt/db/autopay/find-charges-to-plan';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { AutopayRules } from '@kvitt/domain/autopay/time-charge';
import { timeCharge } from '@kvitt/domain/autopay/time-charge';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/**
 * Plans the charges of bills that mandates cover: each once for its due date, however often and at how many places this
 * runs.
 * @returns how many were planned
 */
export async function planCharges(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const rules = new Map<string, AutopayRules>();
    let planned = 0;
    for (const bill of await findChargesToPlan(tx.em)) {
      const known = rules.get(bill.billerId) ?? (await loadMoneyRules(tx.em, bill.billerId)).autopay;
      rules.set(bill.billerId, known);
      if (await planOne(tx, bill, known)) planned += 1;
    }
    return planned;
  });
}

async function planOne(tx: TxCtx, bill: BillToPlan, rules: AutopayRules): Promise<boolean> {
  const { billerId, accountId, autopayId, dueOn } = bill;
  const now = tx.clock.now();
  const { chargeOn, chargeAtMs, tellAtMs } = timeCharge(dueOn, rules, bill.timeZone, now);
  const times = { chargeOn, chargeAt: new Date(chargeAtMs), tellAt: new Date(tellAtMs) };
  const isNew = await insertOnce(tx.em, PlannedCharge, {
    billerId,
    id: tx.ids.derived(bill.id, `autopay/${dueOn}`),
    accountId,
    autopayId,
    invoiceId: bill.id,
    dueOn,
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
    { billerId, invoiceId: bill.id, dueOn, state: 'skipped', reason: 'AUTOPAY_OFF' },
    { state: 'queued', reason: null, endedAt: null, autopayId, ...times },
  );
  return again > 0;
}
