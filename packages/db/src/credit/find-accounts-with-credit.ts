import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Looked at in a round; the rest waits for the next one. */
const AT_ONCE = 50;

/** Accounts that have something to their credit and a bill that it could go to. */
export async function findAccountsWithCredit(em: EntityManager): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select distinct c.biller_id as "billerId", c.account_id as id
    from credit c
    where c.ended_at is null and c.kept_at is not null
      and c.amount_minor > coalesce((select sum(u.amount_minor) from credit_use u
        where u.biller_id = c.biller_id and u.credit_id = c.id and u.undone_at is null), 0)
      and exists (select from invoice i
        where i.biller_id = c.biller_id and i.account_id = c.account_id and i.currency = c.currency
          and not exists (select from invoice_hold h
            where h.biller_id = i.biller_id and h.invoice_id = i.id and h.ended_at is null)
          and not exists (select from payment_part t
            where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live)
          and (select coalesce(sum(g.minor), 0) from posting g
            where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0)
    limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}
