import { sql } from 'kysely';
import type { Check } from './check.ts';

export const disputesArePostedOnce: Check = {
  name: 'disputes-are-posted-once',
  says: 'A dispute that takes money is posted when it opens and when it is decided, and then leaves nothing with the bank.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select d.biller_id, d.id as dispute_id, d.state, d.amount_minor, sum(g.minor) as with_bank_minor
      from dispute d
      left join journal_entry e on e.biller_id = d.biller_id and e.cause_id = d.id and e.cause like 'dispute-%'
      left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id and g.account = 'disputed'
      group by d.biller_id, d.id, d.state, d.takes_money, d.amount_minor
      having coalesce(sum(g.minor), 0) <> case when d.takes_money and d.state in ('open', 'answered')
        then d.amount_minor else 0 end`.execute(em.getKysely());
    return rows;
  },
};
