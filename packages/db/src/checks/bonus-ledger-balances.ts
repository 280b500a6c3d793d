import { sql } from 'kysely';
import type { Check } from './check.ts';

export const bonusLedgerBalances: Check = {
  name: 'bonus-ledger-balances',
  says: 'Each entry of the bonus ledger sums to nothing, and each bonus lies where its state says.',
  async find(em) {
    const { rows } = await sql<Record<string, unknown>>`
      select e.biller_id, e.bonus_id, e.id as entry_id, sum(p.minor) as off
      from bonus_entry e left join bonus_posting p on p.biller_id = e.biller_id and p.entry_id = e.id
      group by e.biller_id, e.bonus_id, e.id having sum(p.minor) is distinct from 0
      union all
      select b.biller_id, b.id, null, coalesce(sum(p.minor), 0) + b.minor
      from bonus b
      left join bonus_entry e on e.biller_id = b.biller_id and e.bonus_id = b.id
      left join bonus_posting p on p.biller_id = e.biller_id and p.entry_id = e.id and p.account = b.state
      where b.state in ('pending', 'vested', 'approved', 'exported')
      group by b.biller_id, b.id, b.minor having coalesce(sum(p.minor), 0) <> -b.minor`.execute(
      em.getKysely(),
    );
    return rows;
  },
};
