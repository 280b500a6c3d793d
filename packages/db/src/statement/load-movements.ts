import type { Currency } from '@kvitt/domain/money/money';
import type { Movement } from '@kvitt/domain/statement/statement';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What moved on an account between two days of the customer's own calendar, in the order in which it was posted, and what
 * was owed before: its bills' receivable less what it has to its credit. What banks hold while a dispute is open is owed
 * by nobody, so it is told and changes nothing.
 * @param of.from, of.to the first and the last day, `YYYY-MM-DD`
 */
export async function loadMovements(
  em: EntityManager,
  of: { billerId: string; accountId: string; currency: Currency; from: string; to: string },
): Promise<{ openingMinor: number; movements: Movement[] }> {
  const { billerId, accountId, currency, from, to } = of;
  const { rows } = await sql<Row>`
    with line as (
      select g.entry_id, g.minor, i.number from invoice i
        join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
        where i.biller_id = ${billerId} and i.account_id = ${accountId}
      union all
      select g.entry_id, g.minor, null from credit c
        join journal_entry e on e.biller_id = c.biller_id and e.cause_id = c.id
          and e.cause in ('credit-granted', 'credit-ended')
        join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'credit'
        where c.biller_id = ${billerId} and c.account_id = ${accountId}
      union all
      select g.entry_id, g.minor, null from credit c
        join credit_use u on u.biller_id = c.biller_id and u.credit_id = c.id
        join journal_entry e on e.biller_id = u.biller_id and e.cause_id = u.id
          and e.cause in ('credit-used', 'credit-unused')
        join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'credit'
        where c.biller_id = ${billerId} and c.account_id = ${accountId}
      union all
      select e.id, 0, null from payment p
        join dispute d on d.biller_id = p.biller_id and d.payment_id = p.id
        join journal_entry e on e.biller_id = d.biller_id and e.cause_id = d.id
          and e.cause in ('dispute-opened', 'dispute-won')
        where p.biller_id = ${billerId} and p.account_id = ${accountId}),
    moved as (
      select e.id, e.cause, e.at, (e.at at time zone c.time_zone)::date as day, sum(l.minor) as minor,
        coalesce(json_agg(distinct l.number) filter (where l.number is not null), '[]') as bills,
        (select coalesce(abs(sum(f.minor)), 0) from posting f
          where f.biller_id = ${billerId} and f.entry_id = e.id and f.account = 'card-fee') as fee
      from line l
      join journal_entry e on e.biller_id = ${billerId} and e.id = l.entry_id and e.currency = ${currency}
      join account a on a.biller_id = e.biller_id and a.id = ${accountId}
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      group by e.id, e.cause, e.at, c.time_zone)
    select day::text as day, cause, minor, bills, fee as "cardFeeMinor", day < ${from} as "isBefore" from moved
    -- Of one instant, what something comes out of stands before it.
    where day <= ${to} order by at, case cause when 'invoice-issued' then 0 when 'credit-granted' then 1
      when 'payment-captured' then 2 when 'refund-allowed' then 4 else 3 end, id`.execute(em.getKysely());
  const all = rows.map(({ isBefore, minor, cardFeeMinor, ...row }) => ({
    ...row,
    minor: Number(minor),
    ...(Number(cardFeeMinor) > 0 && { cardFeeMinor: Number(cardFeeMinor) }),
    isBefore,
  }));
  return {
    openingMinor: all.filter(({ isBefore }) => isBefore).reduce((sum, { minor }) => sum + minor, 0),
    movements: all.filter(({ isBefore }) => !isBefore).map(({ isBefore: _, ...movement }) => movement),
  };
}

/** Sums come as text. */
interface Row extends Omit<Movement, 'minor' | 'cardFeeMinor'> {
  minor: string;
  cardFeeMinor: string;
  isBefore: boolean;
}
