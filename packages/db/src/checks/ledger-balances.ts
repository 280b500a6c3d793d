import { sql } from 'kysely';
import type { Check } from './check.ts';

export const ledgerBalances: Check = {
  name: 'ledger-balances',
  says: 'Every journal entry adds up to nothing, and so does every currency of every biller.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select 'entry' as what, e.biller_id, e.id::text as which, e.currency, coalesce(sum(g.minor), 0) as minor
      from journal_entry e left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
      group by e.biller_id, e.id, e.currency having coalesce(sum(g.minor), 0) <> 0 or count(g.*) < 2
      union all
      select 'currency', e.biller_id, e.currency, e.currency, sum(g.minor)
      from journal_entry e join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
      group by e.biller_id, e.currency having sum(g.minor) <> 0`.execute(em.getKysely());
    return rows;
  },
};
