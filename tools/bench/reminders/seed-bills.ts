import { defaultOf } from '@kvitt/domain/reminder/default-of';
import type pg from 'pg';
import { loadBare } from '../kit/load-bare.ts';
import { BILLER, seedPeople } from '../kit/seed-people.ts';

/** A Tuesday without a holiday near it, at nine in the morning in New York: each bill below has a step on this day. */
export const NOW = '2026-12-01T14:00:00Z';

/** How many bills each person owes. */
const BILLS_EACH = 5;

/** Six zones and as many states, so that there are places to tell apart. */
const PLACES = [
  ['America/New_York', 'NY'],
  ['America/Chicago', 'TX'],
  ['America/Denver', 'CO'],
  ['America/Los_Angeles', 'CA'],
  ['America/Anchorage', 'AK'],
  ['Pacific/Honolulu', 'HI'],
] as const;

/** Due in a week, in three days, tomorrow, today, and yesterday. */
const DUE_DATES = ['2026-12-08', '2026-12-04', '2026-12-02', '2026-12-01', '2026-11-30'];

/** Fills an empty database with `n` open bills of customers in six zones, one in ten of whom said STOP. */
export async function seedBills(client: pg.Client, n: number): Promise<void> {
  const people = Math.ceil(n / BILLS_EACH);
  await seedPeople(client, { n: people, vaultTokens: ['none'], perSecond: 5 });
  const zones = PLACES.map(([zone]) => `'${zone}'`).join(', ');
  const states = PLACES.map(([, state]) => `'${state}'`).join(', ');
  const due = DUE_DATES.map((day) => `'${day}'`).join(', ');
  const statements = [
    `update customer set time_zone = (array[${zones}])[1 + right(number, 3)::int % 6],
      region = (array[${states}])[1 + right(number, 3)::int % 6] where length(number) > 4`,
    `update consent set state = 'revoked' where right(phone_id::text, 1) = '0' and purpose = 'service'`,
    `update invoice set created_at = '2026-11-20', announced_at = '2026-11-20', issued_on = '2026-11-20', due_on = '2026-12-08'`,
    `create temporary table more as select uuidv7() as id, uuidv7() as entry_id, i.account_id, i.number || '-' || k as number,
        1000 + right(i.id::text, 4)::int as minor, (array[${due}]::date[])[1 + k % 5] as due_on
      from invoice i cross join generate_series(1, ${BILLS_EACH - 1}) k`,
    `insert into invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on, due_on,
        announced_at, created_at)
      select '${BILLER}', id, account_id, number, 'Electricity', 'USD', minor, '2026-11-20', due_on, '2026-11-20', '2026-11-20'
      from more`,
    `insert into journal_entry (biller_id, id, cause, cause_id, currency, at)
      select '${BILLER}', entry_id, 'invoice-issued', id, 'USD', '2026-11-20' from more`,
    `insert into posting (biller_id, entry_id, line, account, invoice_id, minor)
      select '${BILLER}', entry_id, r.line, r.account, case when r.line = 0 then id end, r.sign * minor
      from more, (values (0, 'receivable', 1), (1, 'revenue', -1)) as r (line, account, sign)`,
    `insert into cadence (biller_id, version, rules, saved_by, saved_at)
      values ('${BILLER}', 1, ${client.escapeLiteral(JSON.stringify(defaultOf({ language: 'en' })))}, 'bench', '2026-11-20')`,
    `insert into reminder_run (biller_id, since) values ('${BILLER}', '2026-12-01')`,
  ];
  await loadBare(client, ['customer', 'consent', 'invoice', 'journal_entry', 'posting'], async () => {
    for (const statement of statements) await client.query(statement);
  });
}
