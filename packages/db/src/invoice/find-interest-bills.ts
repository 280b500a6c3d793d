import type { BalanceFrom, Rest } from '@kvitt/domain/invoice/default-interest';
import type { Currency } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { STANDING_PARTS } from '../reminder/standing-parts.ts';

/** A late bill with what its interest depends on; days are the biller's own, `YYYY-MM-DD`. */
export interface InterestBill {
  id: string;
  accountId: string;
  number: string;
  currency: Currency;
  dueOn: string;
  /** The number of the last period that was charged; 0 where none was. */
  charged: number;
  /** What was owed from which day on, without fees and interest; minor units. */
  balances: BalanceFrom[];
  rests: Rest[];
}

/**
 * A biller's bills that were due before `dueBefore` and have something due, after the bill `after`, at most `limit`. They
 * are locked; those that somebody has locked wait for the next time, as do those that rest, are promised or being paid.
 */
export async function findInterestBills(
  em: EntityManager,
  biller: { id: string; timeZone: string },
  dueBefore: string,
  page: { after: string; limit: number },
): Promise<InterestBill[]> {
  const { rows } = await sql<InterestBill>`
    select i.id, i.account_id as "accountId", i.number, i.currency, i.due_on::text as "dueOn",
      (select coalesce(max(x.number), 0) from adjustment x
        where x.biller_id = i.biller_id and x.invoice_id = i.id and x.kind = 'interest') as charged,
      (select coalesce(json_agg(json_build_object('from', d.day::text, 'minor', d.minor)), '[]') from (
        select day, sum(sum(minor)) over (order by day)::bigint as minor from (
          select g.minor, (e.at at time zone ${biller.timeZone})::date as day
          from posting g join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
          where g.biller_id = i.biller_id and g.invoice_id = i.id
            and e.cause not in ('late-fee', 'interest', 'fee-waived')) moved
        group by day) d) as balances,
      (select coalesce(json_agg(json_build_object('from', (h.since at time zone ${biller.timeZone})::date::text,
          'until', (h.ended_at at time zone ${biller.timeZone})::date::text)), '[]')
        from invoice_hold h where h.biller_id = i.biller_id and h.invoice_id = i.id) as rests
    from invoice i
    where i.biller_id = ${biller.id} and i.due_on < ${dueBefore}::date - 30 and i.id > ${page.after}
      and (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
      and not ${STANDING_PARTS.isHeld} and not ${STANDING_PARTS.hasPromise}
      and not exists (select from payment_part t
        where t.biller_id = i.biller_id and t.invoice_id = i.id and t.is_live)
    order by i.id limit ${page.limit} for update of i skip locked`.execute(em.getKysely());
  return rows;
}
