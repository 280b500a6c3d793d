import type pg from 'pg';
import { BILLER, KIND, seedBiller } from '../kit/seed-people.ts';

/** Agents of a biller, and how many phones each has enrolled one after the other. */
export const AGENTS = 10_000;
const PEOPLE = 10_000;

const agentId = `bench_id('d', 1 + i % ${AGENTS})`;

/**
 * Fills an empty database with 10,000 agents and `n` confirmed enrollments of theirs, this month's, and with the sums that
 * the product keeps of them as they are counted.
 */
export async function seedScores(client: pg.Client, n: number): Promise<void> {
  const id = (kind: keyof typeof KIND, of = 'i') => `bench_id('${KIND[kind]}', ${of})`;
  const person = `1 + i % ${PEOPLE}`;
  await seedBiller(client, 5);
  await client.query('set statement_timeout = 0; set synchronous_commit = off');
  const statements = [
    `insert into customer (biller_id, id, number, first_name, last_name, time_zone, language, created_at)
      select '${BILLER}', ${id('customer')}, 'C-' || i, 'Cindy', 'Rivera', 'America/New_York', 'en', now()
      from generate_series(1, ${PEOPLE}) i`,
    `insert into account (biller_id, id, customer_id, number, created_at)
      select '${BILLER}', ${id('account')}, ${id('customer')}, 'A-' || i, now() from generate_series(1, ${PEOPLE}) i`,
    `insert into phone (biller_id, id, e164, line_type, created_at)
      select '${BILLER}', ${id('phone')}, bench_phone(i), 'mobile', now() from generate_series(1, ${PEOPLE}) i`,
    `insert into agent (biller_id, id, name, email, role, created_at)
      select '${BILLER}', ${agentId}, 'Agent ' || i, 'agent-' || i || '@bench.example', 'agent', now()
      from generate_series(0, ${AGENTS - 1}) i`,
    // Some enroll more than others: by the square of the lot.
    `insert into enrollment (biller_id, id, account_id, phone_id, agent_id, source, script_key, script_version, step, step_since,
        path, state, started_at, asked_at, confirmed_at, ended_at)
      select '${BILLER}', ${id('entry')}, ${id('account', person)}, ${id('phone', person)},
        bench_id('d', 1 + (power((hashint4(i)::bigint & 1048575) / 1048576.0, 2) * ${AGENTS})::int % ${AGENTS}), 'call-in', 'calls', 1,
        'goodbye', now(), '[]', 'confirmed', now(), now(), now(), now()
      from generate_series(1, ${n}) i`,
    `insert into agent_score (biller_id, agent_id, period, starts_on, enrollments, call_ms)
      select e.biller_id, e.agent_id, p.period,
        date_trunc(p.period, now() at time zone 'America/New_York')::date, count(*), 60000 * count(*)
      from enrollment e, (values ('day'), ('week'), ('month')) p (period) group by 1, 2, 3, 4`,
    'vacuum analyze',
  ];
  for (const statement of statements) await client.query(statement);
}
