import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

const AT_ONCE = 100;

/** An account that paid a while ago, and the bill that it paid. */
export interface AccountToInvite {
  billerId: string;
  accountId: string;
  /** The payment's id. */
  id: string;
  invoiceId: string;
  /** The biller's own day, `YYYY-MM-DD`. */
  today: string;
}

/**
 * Accounts whose latest payment was so many days ago as a survey of the biller's has its invitation, or up to two days
 * more, and of which nobody has looked since whether it fits; from `minute` past the customer's own midnight on.
 */
export async function findAccountsToInvite(
  em: EntityManager,
  now: Date,
  minute: number,
): Promise<AccountToInvite[]> {
  const inviting = await sql`select from journey
    where jsonb_path_exists(rules, '$.cards[*].inviteAfterDays') limit 1`.execute(em.getKysely());
  if (inviting.rows.length === 0) return [];
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<AccountToInvite>`
    select distinct on (p.biller_id, p.account_id) p.biller_id as "billerId", p.account_id as "accountId", p.id,
      p.invoice_id as "invoiceId", j.today::text as today
    from (
      select b.id, b.time_zone, (${at} at time zone b.time_zone)::date as today,
        (select min((card->>'inviteAfterDays')::int)
          from jsonb_array_elements(v.rules->'cards') card where card->>'kind' = 'survey') as after
      from biller b
      cross join lateral (select rules from journey v where v.biller_id = b.id order by version desc limit 1) v) j
    join payment p on p.biller_id = j.id and p.state = 'approved'
      and p.finished_at >= (j.today - j.after - 2)::timestamp at time zone j.time_zone
      and p.finished_at < (j.today - j.after + 1)::timestamp at time zone j.time_zone
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where j.after is not null
      and (${at} at time zone c.time_zone)::time >= make_interval(mins => ${minute}::int)::time
      and case when exists (select from card_event e
        where e.biller_id = p.biller_id and e.account_id = p.account_id and e.what in ('invited', 'passed-over')
          and e.at >= p.finished_at) then false else true end
    order by p.biller_id, p.account_id, p.finished_at desc, p.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}
