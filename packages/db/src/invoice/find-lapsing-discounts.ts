import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A bill whose early-payment discount may have lapsed. */
export interface LapsingBill {
  billerId: string;
  id: string;
  currency: Currency;
  discountUntil: string;
  /** The biller's own day, `YYYY-MM-DD`. */
  today: string;
  discountMinor: number;
  dueMinor: number;
  isInFlight: boolean;
}

const AT_ONCE = 200;

/**
 * Bills with something due whose discount's last day is over where the biller is, and that still have it. They are locked;
 * those that somebody has locked, because they are being paid, wait for the next look.
 */
export async function findLapsingDiscounts(em: EntityManager, now: Date): Promise<LapsingBill[]> {
  const { rows } = await sql<Omit<LapsingBill, 'discountMinor' | 'dueMinor'> & Record<string, string>>`
    select i.biller_id as "billerId", i.id, i.currency, i.discount_until::text as "discountUntil", l.today::text as today,
      x.amount_minor as "discountMinor",
      (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) as "dueMinor",
      exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live) as "isInFlight"
    from invoice i
    join biller b on b.id = i.biller_id
    cross join lateral (select (${now.toISOString()}::timestamptz at time zone b.time_zone)::date as today) l
    join adjustment x on x.biller_id = i.biller_id and x.invoice_id = i.id and x.kind = 'early-discount'
    where i.discount_until < l.today
      and not exists (select from adjustment o
        where o.biller_id = i.biller_id and o.invoice_id = i.id and o.kind = 'early-discount-lapsed')
      and not exists (select from invoice n where n.biller_id = i.biller_id and n.supersedes_id = i.id)
      and (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
      and not exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live)
    order by i.id limit ${AT_ONCE} for update of i skip locked`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    discountMinor: Number(row.discountMinor),
    dueMinor: Number(row.dueMinor),
  }));
}
