import type { Currency } from '@kvitt/domain/money/money';
import type { Funding, MethodKind } from '@kvitt/domain/payment/payment-method';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A bill that a mandate covers and that no charge is planned for yet. */
export interface BillToPlan {
  billerId: string;
  /** The bill's. */
  id: string;
  accountId: string;
  autopayId: string;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  timeZone: string;
  dueMinor: number;
  /** What was last taken under the mandate; null where nothing was. */
  lastMinor: number | null;
  kind: MethodKind;
  funding: Funding | null;
  currency: Currency;
}

/** The account whose mandate is looked at alone. */
export interface MandateHolder {
  billerId: string;
  accountId: string;
}

const AT_ONCE = 500;

/** What the mandate `ap` took last, also where the bank sent it back: that was told, and is no news the second time. */
const LAST_TAKEN = sql<number | null>`(
  select y.amount_minor::float8 from payment y
  join planned_charge pc on pc.biller_id = y.biller_id and pc.id = y.planned_charge_id
  where pc.biller_id = ap.biller_id and pc.autopay_id = ap.id and y.state in ('approved', 'voided')
  order by y.started_at desc limit 1)`;

/**
 * Bills with something due that a live mandate covers and whose charge on their due date is not planned: those issued since
 * the customer agreed, and the ones that were open then where they asked for that. A charge that was taken away because a
 * mandate ended is planned again under the next one. Bills that are held, promised or paid in
 * instalments are left alone.
 */
export async function findChargesToPlan(em: EntityManager, only?: MandateHolder): Promise<BillToPlan[]> {
  const live = await sql`select from autopay where state = 'on' limit 1`.execute(em.getKysely());
  if (live.rows.length === 0) return [];
  const { rows } = await sql<BillToPlan>`
    select i.biller_id as "billerId", i.id, i.account_id as "accountId", ap.id as "autopayId",
      i.due_on::text as "dueOn", c.time_zone as "timeZone",
      i.currency, m.kind, m.funding, ${LAST_TAKEN} as "lastMinor",
      (select sum(g.minor) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id)::float8 as "dueMinor"
    from autopay ap
    join invoice i on i.biller_id = ap.biller_id and i.account_id = ap.account_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join payment_method m on m.biller_id = ap.biller_id and m.id = ap.method_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where ap.state = 'on' ${only ? sql`and ap.biller_id = ${only.billerId} and ap.account_id = ${only.accountId}` : sql``}
      and (ap.sweeps_open or i.created_at > ap.agreed_at)
      -- Asked one after the other: as joins they take longer to plan than to answer.
      and case
        when exists (select from planned_charge pc
          where pc.biller_id = i.biller_id and pc.invoice_id = i.id and pc.due_on = i.due_on and pc.plan_id is null
            and not (pc.state = 'skipped' and pc.reason = 'AUTOPAY_OFF' and pc.autopay_id <> ap.id)) then false
        when exists (select from invoice_hold h
          where h.biller_id = i.biller_id and h.invoice_id = i.id and h.ended_at is null) then false
        when exists (select from promise_bill pb join promise pr on pr.biller_id = pb.biller_id and pr.id = pb.promise_id
          where pb.biller_id = i.biller_id and pb.invoice_id = i.id and pr.state = 'open') then false
        when exists (select from plan_bill nb join payment_plan pn on pn.biller_id = nb.biller_id and pn.id = nb.plan_id
          where nb.biller_id = i.biller_id and nb.invoice_id = i.id and pn.state = 'running') then false
        else true end
      and (select sum(g.minor) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
    order by i.due_on, i.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}
