import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';
import { PAID_ON_PROMISE } from './paid-on-promise.ts';

/** Told of at a time; the rest waits for the next round. */
const AT_ONCE = 50;

/** A promise whose day it is where the customer is. */
export interface DuePromise {
  billerId: string;
  id: string;
  accountId: string;
  conversationId: string;
  currency: Currency;
  /** What is left of it; minor units. */
  leftMinor: number;
  /** Its bill that is due first; by it the rules tell whether something is late. */
  invoiceId: string;
  /** What is due on that bill; minor units. */
  billMinor: number;
  /** The customer's own day, `YYYY-MM-DD`, and their time zone. */
  today: string;
  timeZone: string;
}

/**
 * Open promises whose day it is and whose phone still serves the account, from `minute` past the customer's own midnight on, of which nobody has been reminded. One
 * that was made on its very day needs no reminder, and so does one whose bill is on hold or being paid.
 */
export async function findPromisesDue(em: EntityManager, now: Date, minute: number): Promise<DuePromise[]> {
  // Nearly always there is none, and this is all that is asked: no place is more than fourteen hours from UTC.
  const near = await sql`select from promise where state = 'open'
    and due_on between (${now.toISOString()}::timestamptz - interval '14 hours')::date
      and (${now.toISOString()}::timestamptz + interval '14 hours')::date limit 1`.execute(em.getKysely());
  if (near.rows.length === 0) return [];
  const at = sql`(${now.toISOString()}::timestamptz at time zone c.time_zone)`;
  const { rows } = await sql<DuePromise & { leftMinor: string; billMinor: string }>`
    with due as materialized (
      select r.biller_id, r.id, r.account_id, r.conversation_id, r.currency, r.amount_minor - ${PAID_ON_PROMISE} as left_minor,
        ${at}::date as today, c.time_zone
      from promise r
      join account a on a.biller_id = r.biller_id and a.id = r.account_id
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      join conversation t on t.biller_id = r.biller_id and t.id = r.conversation_id
      join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id and ap.phone_id = t.phone_id
      where r.state = 'open' and r.due_on = ${at}::date
        and ${at}::time >= make_interval(mins => ${minute}::int)::time
        and (r.made_at at time zone c.time_zone)::date < r.due_on
        and case when exists (select from message m where m.biller_id = r.biller_id and m.cause = 'promise-due/' || r.id)
          then false else true end)
    select d.biller_id as "billerId", d.id, d.account_id as "accountId", d.conversation_id as "conversationId", d.currency,
      least(d.left_minor, b.open_minor) as "leftMinor", b.id as "invoiceId", b.due_minor as "billMinor",
      d.today::text as today, d.time_zone as "timeZone"
    from due d
    cross join lateral (
      select i.id, s.due_minor, sum(s.due_minor) over () as open_minor from promise_bill x
      join invoice i on i.biller_id = x.biller_id and i.id = x.invoice_id
      cross join lateral (select coalesce(sum(g.minor), 0) as due_minor from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) s
      where x.biller_id = d.biller_id and x.promise_id = d.id and s.due_minor > 0
        and case when ${STANDING_PARTS.isHeld} then false
          when exists (select from payment_part t
            where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) then false else true end
      order by i.due_on, i.id limit 1) b
    where d.left_minor > 0
    order by d.biller_id, d.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    leftMinor: Number(row.leftMinor),
    billMinor: Number(row.billMinor),
  }));
}
