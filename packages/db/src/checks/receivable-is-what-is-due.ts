import { sql } from 'kysely';
import type { Check } from './check.ts';

/**
 * Works out what is due from what happened (bills, adjustments, payments and refunds, with their parts) and holds the ledger against it: the two are
 * written by different code.
 */
export const receivableIsWhatIsDue: Check = {
  name: 'receivable-is-what-is-due',
  says: "A bill's receivable is its total and what was added to it, less what was taken off, or paid and not given back.",
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with moved as (
        select biller_id, id as invoice_id, total_minor as minor from invoice
        union all
        select e.biller_id, e.cause_id, -g.minor from journal_entry e
          join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'outside'
          where e.cause = 'settled-outside'
        union all
        select t.biller_id, t.invoice_id, -t.amount_minor from payment_part t
          join payment p on p.biller_id = t.biller_id and p.id = t.payment_id and p.state = 'approved'
        union all
        select biller_id, invoice_id, case
          when kind in ('late-fee', 'interest', 'write-off-reversed', 'early-discount-lapsed')
          then amount_minor else -amount_minor end from adjustment
        union all
        select x.biller_id, x.invoice_id, x.amount_minor from refund r
          join refund_part x on x.biller_id = r.biller_id and x.refund_id = r.id
          where r.state = 'done' and r.move = 'refund'
        union all
        select x.biller_id, x.invoice_id, -x.amount_minor from refund r
          join refund_part x on x.biller_id = r.biller_id and x.refund_id = r.id
          where r.state = 'done' and r.effect = 'allow'
        union all
        select biller_id, invoice_id, amount_minor from dispute_part
        union all
        select biller_id, invoice_id, -amount_minor from credit_use where undone_at is null
        union all
        select biller_id, invoice_id, -amount_minor from outside_part),
      due as (select biller_id, invoice_id, sum(minor) as minor from moved group by biller_id, invoice_id),
      posted as (select biller_id, invoice_id, sum(minor) as minor from posting
        where account = 'receivable' group by biller_id, invoice_id)
      select biller_id, invoice_id, due.minor as due_minor, posted.minor as posted_minor
      from due full join posted using (biller_id, invoice_id)
      where due.minor is distinct from posted.minor`.execute(em.getKysely());
    return rows;
  },
};
