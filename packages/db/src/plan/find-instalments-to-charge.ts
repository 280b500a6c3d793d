import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { MandateHolder } from '../autopay/find-charges-to-plan.ts';

/** An instalment that a mandate covers and that no charge is planned for yet. */
export interface InstalmentToCharge {
  billerId: string;
  planId: string;
  number: number;
  /** The plan's first bill. */
  invoiceId: string;
  accountId: string;
  autopayId: string;
  dueOn: string;
  timeZone: string;
}

const AT_ONCE = 500;

/**
 * The instalments of running plans of accounts with a live mandate, as far as their charges are not planned. A mandate
 * covers a plan that was made after it, and one from before where the customer had what was open swept; what was due before
 * it was given is paid by hand.
 */
export async function findInstalmentsToCharge(
  em: EntityManager,
  only?: MandateHolder,
): Promise<InstalmentToCharge[]> {
  const { rows } = await sql<InstalmentToCharge>`
    select n.biller_id as "billerId", n.id as "planId", t.number, n.account_id as "accountId", ap.id as "autopayId",
      (select i.id from plan_bill b join invoice i on i.biller_id = b.biller_id and i.id = b.invoice_id
        where b.biller_id = n.biller_id and b.plan_id = n.id order by i.due_on, i.id limit 1) as "invoiceId",
      t.due_on::text as "dueOn", c.time_zone as "timeZone"
    from autopay ap
    join payment_plan n on n.biller_id = ap.biller_id and n.account_id = ap.account_id and n.state = 'running'
    join instalment t on t.biller_id = n.biller_id and t.plan_id = n.id
    join account a on a.biller_id = n.biller_id and a.id = n.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where ap.state = 'on' ${only ? sql`and ap.biller_id = ${only.billerId} and ap.account_id = ${only.accountId}` : sql``}
      and (ap.sweeps_open or n.made_at >= ap.agreed_at) and t.due_on >= (ap.agreed_at at time zone c.time_zone)::date
      and not exists (select from planned_charge pc
        where pc.biller_id = n.biller_id and pc.plan_id = n.id and pc.due_on = t.due_on
          and not (pc.state = 'skipped' and pc.reason = 'AUTOPAY_OFF' and pc.autopay_id <> ap.id))
    order by t.due_on, n.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}
