import { sql } from 'kysely';
import type { Check } from './check.ts';

export const billsArePostedOnce: Check = {
  name: 'bills-are-posted-once',
  says: 'Every bill is posted exactly once as issued, for its total and in its currency.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select i.biller_id, i.id as invoice_id, i.number, i.total_minor, t.minor as posted_minor, t.currency
      from invoice i left join (
        select e.biller_id, e.cause_id, g.invoice_id, e.currency, sum(g.minor) as minor
        from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
        where e.cause = 'invoice-issued' and g.account = 'receivable'
        group by e.biller_id, e.cause_id, g.invoice_id, e.currency) t
      on t.biller_id = i.biller_id and t.cause_id = i.id
      where t.minor is distinct from i.total_minor or t.invoice_id <> i.id or t.currency <> i.currency`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
