import { loadChargeStanding } from '@kvitt/db/autopay/load-charge-standing';
import type { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { PlanBill } from '@kvitt/db/plan/plan-bill.entity';
import type { PlannedChargeFacts } from '@kvitt/domain/autopay/decide-planned-charge';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { type Money, money } from '@kvitt/domain/money/money';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { sharePayment } from '@kvitt/domain/payment/share-payment';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/** What a planned charge is to take now, from which bills, and what speaks against it. */
export interface DueParts {
  /** The bills that were locked. */
  locked: readonly string[];
  parts: readonly AgreedPart[];
  amount: Money;
  standing: Pick<PlannedChargeFacts, 'dueOn' | 'isHeld' | 'hasPromise' | 'isPlanOver'>;
}

/**
 * Locks the bills of a planned charge, in the order of their ids, and reads what is due of it: all of its bill, or of its
 * plan what is due by the date that it was planned for, the oldest bill first.
 */
export async function loadDueParts(tx: TxCtx, charge: PlannedCharge): Promise<DueParts> {
  return charge.planId ? loadInstalment(tx, charge, charge.planId) : loadBill(tx, charge);
}

async function loadBill(tx: TxCtx, { billerId, invoiceId }: PlannedCharge): Promise<DueParts> {
  const bill = await tx.em.findOneOrFail(
    Invoice,
    { billerId, id: invoiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const receivables = await loadReceivables(tx.em, billerId, [invoiceId]);
  const due = amountDue(bill, receivables.get(invoiceId) ?? 0);
  return {
    locked: [invoiceId],
    parts: [{ invoiceId, amountMinor: due.minor, isPartial: false }],
    amount: due,
    standing: {
      dueOn: bill.dueOn,
      ...(await loadChargeStanding(tx.em, { billerId, id: invoiceId })),
    },
  };
}

async function loadInstalment(
  tx: TxCtx,
  { billerId, accountId, dueOn }: PlannedCharge,
  planId: string,
): Promise<DueParts> {
  const ofPlan = await tx.em.find(PlanBill, { billerId, planId });
  const locked = ofPlan.map(({ invoiceId }) => invoiceId);
  const bills = await tx.em.find(
    Invoice,
    { billerId, id: { $in: locked } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const currency = bills[0]?.currency ?? 'USD';
  const running = await findRunningPlans(tx.em, billerId, [accountId]);
  const plan = running.find((one) => one.planId === planId);
  const standings = await Promise.all(locked.map((id) => loadChargeStanding(tx.em, { billerId, id })));
  const isHeld = standings.some((one) => one.isHeld);
  // That its bills are promised is the plan itself.
  const standing = { dueOn, isHeld, hasPromise: false, isPlanOver: plan === undefined };
  if (!plan) return { locked, parts: [], amount: money(1, currency), standing };
  const { dueMinor } = standPlan(plan.instalments, plan.balanceMinor, dueOn);
  const parts = sharePayment(
    plan.bills.map((bill) => ({ ...bill, amountDue: money(Math.max(0, bill.dueMinor), currency) })),
    dueMinor,
  );
  return { locked, parts, amount: money(dueMinor, currency), standing };
}
