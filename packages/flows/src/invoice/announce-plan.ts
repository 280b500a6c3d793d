import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import type { TxCtx } from '../kit/context.ts';
import { tellInstalment } from '../plan/tell-instalment.ts';

/**
 * Announces a bill that is paid in instalments before it was announced, within the caller's transaction: what it asks for is
 * the plan's next part and its day, not the whole.
 * @param of.today the customer's own day
 * @returns whether it was told; false where there is nobody to tell, or the plan has nothing left
 */
export async function announcePlan(
  tx: TxCtx,
  of: { billerId: string; accountId: string; invoiceId: string; today: string },
): Promise<boolean> {
  const { billerId, accountId, invoiceId, today } = of;
  const plans = await findRunningPlans(tx.em, billerId, [accountId]);
  const plan = plans.find(({ bills }) => bills.some((bill) => bill.invoiceId === invoiceId));
  const next = plan && standPlan(plan.instalments, plan.balanceMinor, today).next;
  if (!plan || !next) return false;
  const row = await tx.em.findOneOrFail(PaymentPlan, { billerId, id: plan.planId });
  const { number, dueOn, amountMinor } = next;
  const bill = await tx.em.findOneOrFail(Invoice, { billerId, id: invoiceId });
  const news = {
    template: 'bill-ready-plan' as const,
    bill: { invoiceId, number: bill.number },
    number,
    dueOn,
    amountMinor,
    today,
  };
  return (await tellInstalment(tx, row, plan, news)) !== null;
}
