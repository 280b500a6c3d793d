import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A credit whose last day is near, with what is left of it. */
export interface ExpiringCredit {
  billerId: string;
  id: string;
  accountId: string;
  leftMinor: number;
  currency: Currency;
  /** `YYYY-MM-DD`. */
  expiresOn: string;
}

/** Told in a round; the rest waits for the next one. */
const AT_ONCE = 50;

/**
 * Credits of which something is left, whose last day comes within `daysAhead` on their customers' own calendars, and of
 * which that was not told; one that was granted for fewer days than these is told on the day after.
 */
export async function findExpiringCredits(
  em: EntityManager,
  now: Date,
  daysAhead: number,
): Promise<ExpiringCredit[]> {
  const { rows } = await sql<ExpiringCredit & { leftMinor: string }>`
    select * from (
      select c.biller_id as "billerId", c.id, c.account_id as "accountId", c.currency, c.expires_on::text as "expiresOn",
        c.amount_minor - coalesce((select sum(u.amount_minor) from credit_use u
          where u.biller_id = c.biller_id and u.credit_id = c.id and u.undone_at is null), 0) as "leftMinor"
      from credit c
      join account a on a.biller_id = c.biller_id and a.id = c.account_id
      join customer k on k.biller_id = a.biller_id and k.id = a.customer_id
      cross join lateral (select (${now.toISOString()}::timestamptz at time zone k.time_zone)::date as today) t
      where c.ended_at is null and c.expiry_told_at is null
        and c.expires_on between t.today and t.today + ${daysAhead}::int
        and (c.granted_at at time zone k.time_zone)::date < t.today) expiring
    where "leftMinor" > 0 order by "expiresOn", id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, leftMinor: Number(row.leftMinor) }));
}
