import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '../kit/context.ts';

/** The least that PAY is for under the running plans of some accounts, in minor units; undefined where none runs. */
export async function findNextInstalment(
  tx: Pick<TxCtx, 'em' | 'clock'>,
  billerId: string,
  accountIds: readonly string[],
): Promise<number | undefined> {
  const now = tx.clock.now();
  const next = (await findRunningPlans(tx.em, billerId, accountIds)).flatMap((plan) => {
    const today = localDate(now, plan.timeZone);
    return standPlan(plan.instalments, plan.balanceMinor, today).next?.amountMinor ?? [];
  });
  return next.length === 0 ? undefined : Math.min(...next);
}
