import type { Currency } from '@kvitt/domain/money/money';
import type { Instalment } from '@kvitt/domain/plan/plan';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A running plan with what its bills owe now. */
export interface RunningPlan {
  planId: string;
  accountId: string;
  currency: Currency;
  graceDays: number;
  /** In their order. */
  instalments: readonly Instalment[];
  /** Its bills with what is due on each, the oldest due first; one on which nothing is due is among them. */
  bills: readonly { invoiceId: string; number: string; dueOn: string; dueMinor: number }[];
  balanceMinor: number;
  /** The customer's. */
  timeZone: string;
}

/** The running plans of some accounts: one an account at the most. */
export async function findRunningPlans(
  em: EntityManager,
  billerId: string,
  accountIds: readonly string[],
): Promise<RunningPlan[]> {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<Omit<RunningPlan, 'balanceMinor'>>`
    select n.id as "planId", n.account_id as "accountId", n.currency, n.grace_days as "graceDays", c.time_zone as "timeZone",
      (select json_agg(json_build_object('number', t.number, 'dueOn', t.due_on, 'amountMinor', t.amount_minor)
          order by t.number)
        from instalment t where t.biller_id = n.biller_id and t.plan_id = n.id) as instalments,
      (select json_agg(json_build_object('invoiceId', i.id, 'number', i.number, 'dueOn', i.due_on, 'dueMinor',
          (select coalesce(sum(g.minor), 0) from posting g
            where g.biller_id = i.biller_id and g.invoice_id = i.id)) order by i.due_on, i.id)
        from plan_bill b join invoice i on i.biller_id = b.biller_id and i.id = b.invoice_id
        where b.biller_id = n.biller_id and b.plan_id = n.id) as bills
    from payment_plan n
    join account a on a.biller_id = n.biller_id and a.id = n.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where n.biller_id = ${billerId} and n.account_id = any(${[...accountIds]}::uuid[]) and n.state = 'running'
    order by n.made_at`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    balanceMinor: row.bills.reduce((sum, { dueMinor }) => sum + Math.max(0, dueMinor), 0),
  }));
}
