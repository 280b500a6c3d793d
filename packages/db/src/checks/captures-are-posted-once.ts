import { sql } from 'kysely';
import type { Check } from './check.ts';

export const capturesArePostedOnce: Check = {
  name: 'captures-are-posted-once',
  says: 'A captured payment is posted exactly once, part by part on its bills; nothing else is posted as one.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with posted as (
        select e.biller_id, e.cause_id, g.invoice_id, -sum(g.minor) as minor, count(distinct e.id) as entries
        from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
        where e.cause = 'payment-captured' and g.account = 'receivable'
        group by e.biller_id, e.cause_id, g.invoice_id)
      select coalesce(p.biller_id, t.biller_id) as biller_id, coalesce(p.id, t.cause_id) as payment_id, p.state,
        p.amount_minor, t.minor as posted_minor, t.entries
      from (select x.biller_id, x.id, x.state, y.invoice_id, y.amount_minor from payment x
        join payment_part y on y.biller_id = x.biller_id and y.payment_id = x.id
        where x.state in ('approved', 'voided')) p
      full join posted t on t.biller_id = p.biller_id and t.cause_id = p.id and t.invoice_id = p.invoice_id
      where p.id is null or t.cause_id is null or t.entries <> 1 or t.minor <> p.amount_minor`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
