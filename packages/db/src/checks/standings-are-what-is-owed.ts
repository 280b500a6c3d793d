import { sql } from 'kysely';
import type { Check } from './check.ts';

/** What waits to be worked out anew is no fault: the note of it is what this looks for. */
export const standingsAreWhatIsOwed: Check = {
  name: 'standings-are-what-is-owed',
  says: 'Of each customer the list knows what is owed and since when, or a note says that it has to be worked out anew.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with owed as (
        select i.biller_id, i.account_id, i.currency, i.due_on, sum(g.minor) as minor
        from invoice i join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
        group by i.biller_id, i.id having sum(g.minor) > 0),
      owes as (
        select a.biller_id, a.customer_id, coalesce(sum(o.minor) filter (where o.currency = b.currency), 0) as minor,
          min(o.due_on) as due_on
        from owed o join account a on a.biller_id = o.biller_id and a.id = o.account_id join biller b on b.id = a.biller_id
        group by a.biller_id, a.customer_id)
      select c.biller_id, c.id as customer_id, k.open_minor, o.minor as owed_minor
      from customer c left join customer_standing k on k.biller_id = c.biller_id and k.customer_id = c.id
      left join owes o on o.biller_id = c.biller_id and o.customer_id = c.id
      where c.merged_into_id is null
        and (k.open_minor is distinct from coalesce(o.minor, 0)
          or k.oldest_due_on is distinct from coalesce(o.due_on, '9999-12-31'::date)
          or k.has_phone is distinct from exists (select from account a
            join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
            where a.biller_id = c.biller_id and a.customer_id = c.id))
        and not exists (select from customer_stale s
          left join invoice i on i.biller_id = s.biller_id and i.id = s.invoice_id
          left join account a on a.biller_id = i.biller_id and a.id = i.account_id
          where s.biller_id = c.biller_id and coalesce(s.customer_id, a.customer_id) = c.id)`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
