import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface PlannableBill {
  invoiceId: string;
  currency: Currency;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  dueMinor: number;
  /** A payment of it is under way. */
  isInFlight: boolean;
}

/** The bills of an account that a plan can be about: those with something due that do not rest, the oldest due first. */
export async function findPlannableBills(
  em: EntityManager,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<PlannableBill[]> {
  const { rows } = await sql<PlannableBill & { dueMinor: string }>`
    select * from (
      select i.id as "invoiceId", i.currency, i.due_on::text as "dueOn",
        (select coalesce(sum(g.minor), 0) from posting g
          where g.biller_id = i.biller_id and g.invoice_id = i.id) as "dueMinor",
        exists (select from payment_part t
          where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) as "isInFlight"
      from invoice i
      where i.biller_id = ${billerId} and i.account_id = ${accountId}
        and not exists (select from invoice_hold h
          where h.biller_id = i.biller_id and h.invoice_id = i.id and h.ended_at is null)) bill
    where "dueMinor" > 0 order by "dueOn", "invoiceId"`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, dueMinor: Number(row.dueMinor) }));
}
