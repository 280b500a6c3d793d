import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import type { BenchOptions, Result } from '../kit/result.ts';
import { planBySql } from './plan-by-sql.ts';
import { seedBills } from './seed-bills.ts';

interface Planned {
  planned: number;
  tookMs: number;
  /** An hour later, with nothing new. */
  again: number;
  againMs: number;
  peakMb: number;
}

/**
 * W3: every open bill is planned to the next allowed instant of its customer, or skipped with its reason; beside one
 * statement by hand that writes as many rows into the same table.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 100_000;
  const database = await openBenchDatabase();
  try {
    await withClient(database.url, (client) => seedBills(client, n));
    const limit = options.isAlone ? undefined : await planBySql(await database.copyTo('limit_plan'));
    const ours = await planInChild(database.url);
    const states = await withClient(database.url, async (client) => {
      const { rows } = await client.query<{ what: string; count: string }>(
        `select coalesce(reason, state) as what, count(*) from reminder group by 1 order by 2 desc`,
      );
      return rows.map(({ what, count }) => `${Number(count).toLocaleString('en-US')} ${what}`).join(', ');
    });
    return report(n, limit, ours, states);
  } finally {
    await database.stop();
  }
}

async function planInChild(url: string): Promise<Planned> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'plan-bills.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the planning ended with ${code}`);
  return JSON.parse(said);
}

function report(
  n: number,
  limit: { tookMs: number; rows: number } | undefined,
  ours: Planned,
  states: string,
): Result {
  const perSecond = (rows: number, ms: number) => (rows * 1000) / ms;
  const isRight = ours.planned >= n && (!limit || limit.rows === n) && ours.again === 0;
  return {
    id: 'W3',
    title: 'every open bill is planned to its next reminder',
    rows: [
      {
        what: 'planned',
        ours: perSecond(n, ours.tookMs),
        unit: 'bills/s',
        ...(limit && {
          limit: {
            value: perSecond(n, limit.tookMs),
            what: 'one insert … select of open bills with consent and an instant by zone; no cadence, no conditions, nothing planned before',
          },
        }),
        bar: '≥ 0.50',
      },
      {
        what: 'planned again',
        ours: perSecond(n, ours.againMs),
        unit: 'bills/s',
      },
    ],
    peakMemoryMb: { planning: ours.peakMb },
    notes: [
      `${n.toLocaleString('en-US')} open bills in six zones, planned in ${(ours.tookMs / 1000).toFixed(1)} s${limit ? ` (the limit: ${(limit.tookMs / 1000).toFixed(1)} s)` : ''}; an hour later, with nothing new, ${(ours.againMs / 1000).toFixed(1)} s; the memory's bar is 200 MB`,
      `${isRight ? 'right' : 'WRONG'}: ${ours.planned.toLocaleString('en-US')} rows: ${states}; ${ours.again} rows the second time`,
    ],
  };
}
