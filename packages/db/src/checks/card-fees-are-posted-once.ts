import { sql } from 'kysely';
import type { Check } from './check.ts';

export const cardFeesArePostedOnce: Check = {
  name: 'card-fees-are-posted-once',
  says: 'A fee for paying by card is posted with its payment, goes back with it, once and no more than it was, and debit cards and autopay bear none.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with fees as (
        select biller_id, 'payment-captured' as cause, id as cause_id, -fee_minor as minor from payment
          where state in ('approved', 'voided') and fee_minor > 0
        union all
        select biller_id, 'payment-voided', id, fee_minor from payment where state = 'voided' and fee_minor > 0
        union all
        select biller_id, 'refund-made', id, fee_minor from refund
          where state = 'done' and move = 'refund' and fee_minor > 0
        union all
        select biller_id, 'dispute-lost', id, fee_minor from dispute where fee_minor > 0),
      posted as (
        select e.biller_id, e.cause, e.cause_id, sum(g.minor) as minor
        from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
        where g.account = 'card-fee' group by e.biller_id, e.cause, e.cause_id)
      select biller_id, cause, cause_id, fees.minor as fee_minor, posted.minor as posted_minor
      from fees full join posted using (biller_id, cause, cause_id)
      where fees.minor is distinct from posted.minor
      union all
      select p.biller_id, 'given back', p.id, p.fee_minor, x.back from payment p
      cross join lateral (
        select coalesce((select sum(r.fee_minor) from refund r
            where r.biller_id = p.biller_id and r.payment_id = p.id and r.state = 'done'), 0)
          + coalesce((select sum(d.fee_minor) from dispute d
            where d.biller_id = p.biller_id and d.payment_id = p.id), 0) as back) x
      where x.back > p.fee_minor
      union all
      select p.biller_id, 'not a credit card', p.id, p.fee_minor, null from payment p
      join payment_method m on m.biller_id = p.biller_id and m.id = p.method_id
      where p.fee_minor > 0 and (m.kind <> 'card' or m.funding is distinct from 'credit')`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
