import pg from 'pg';
import { askInTurn, type Pace } from '../kit/ask-in-turn.ts';
import { BILLER } from '../kit/seed-people.ts';
import { flood } from '../kit/send-load.ts';
import { AGENTS } from './seed-scores.ts';

const here = `biller_id = '${BILLER}' and period = 'month' and starts_on = date_trunc('month', now() at time zone 'America/New_York')::date`;

const READ = `select agent_id, enrollments, 1 + (select count(*) from agent_score o where o.biller_id = s.biller_id
    and o.period = s.period and o.starts_on = s.starts_on and o.enrollments > s.enrollments) as rank
  from agent_score s where ${here} and agent_id = bench_id('d', $1)`;
const TOP = `select agent_id, enrollments from agent_score where ${here} order by enrollments desc, agent_id limit 50`;
const COUNT = `insert into agent_score as s (biller_id, agent_id, period, starts_on, enrollments)
  select '${BILLER}', bench_id('d', $1), p, date_trunc(p, now() at time zone 'America/New_York')::date, 1
  from unnest(array['day', 'month', 'week']) p
  on conflict (biller_id, agent_id, period, starts_on) do update set enrollments = s.enrollments + 1`;

/** Top and own rank by two statements over a bare connection. */
export async function measureBareReads(client: pg.Client, count: number): Promise<Pace> {
  return askInTurn(count, async (index) => {
    await client.query({ name: 'top', text: TOP });
    await client.query({ name: 'own', text: READ, values: [1 + ((index * 7_919) % AGENTS)] });
  });
}

/** One statement that counts an agent up in three periods, over so many bare connections; a second. */
export async function measureBareCounts(url: string, count: number, connections: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const startedMs = performance.now();
  await flood(count, connections, async (index) => {
    await pool.query({ name: 'count', text: COUNT, values: [1 + ((index * 7_919) % AGENTS)] });
  });
  const perSecond = (count * 1_000) / (performance.now() - startedMs);
  await pool.end();
  return perSecond;
}
