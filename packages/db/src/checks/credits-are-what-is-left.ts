import { sql } from 'kysely';
import type { Check } from './check.ts';

export const creditsAreWhatIsLeft: Check = {
  name: 'credits-are-what-is-left',
  says: 'What the ledger owes as credit is what is left of each credit, and none was used beyond its amount.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      with gone as (
        select c.biller_id, c.id, c.account_id, c.currency, c.amount_minor - coalesce(c.ended_minor, 0)
            - coalesce((select sum(u.amount_minor) from credit_use u
                where u.biller_id = c.biller_id and u.credit_id = c.id and u.undone_at is null), 0) as left_minor,
          c.ended_at
        from credit c),
      owed as (select biller_id, currency, sum(left_minor) as minor from gone group by biller_id, currency),
      posted as (select e.biller_id, e.currency, -sum(g.minor) as minor
        from posting g join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
        where g.account = 'credit' group by e.biller_id, e.currency)
      select biller_id, id::text as which, left_minor as minor, null as posted from gone
      where left_minor < 0 or (ended_at is not null and left_minor <> 0)
      union all
      select biller_id, currency, owed.minor, posted.minor from owed full join posted using (biller_id, currency)
      where coalesce(owed.minor, 0) <> coalesce(posted.minor, 0)`.execute(em.getKysely());
    return rows;
  },
};
