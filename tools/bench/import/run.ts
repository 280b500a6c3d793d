import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import type { BenchOptions, Result } from '../kit/result.ts';
import { seedPeople } from '../kit/seed-people.ts';
import { compareBySql, loadBySql } from './load-by-sql.ts';
import { BILLS_EACH, writeBills } from './write-bills.ts';

interface Imported {
  tookMs: number;
  outcome: string;
  problems: number;
  plan?: { created: number; unchanged: number };
  peakMb: number;
}

/**
 * W2: a CSV file of bills is read, checked row by row and as a whole, issued and posted, in one transaction; beside the
 * same load by SQL alone. Then the same file again, which finds nothing to do.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 100_000;
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-bench-import-'));
  // The server reads the file too, and may run as another user.
  chmodSync(dir, 0o755);
  const file = path.join(dir, 'bills.csv');
  const database = await openBenchDatabase();
  try {
    await writeBills(file, n);
    const people = { n: Math.ceil(n / BILLS_EACH), vaultTokens: ['none'], perSecond: 5 };
    await withClient(database.url, (client) => seedPeople(client, people));
    const limitUrl = await database.copyTo('limit_sql');
    const loadMs = await loadBySql(limitUrl, file);
    await withClient(limitUrl, (client) => client.query('vacuum analyze'));
    const compareMs = await compareBySql(limitUrl, file);
    const first = await importFile(database.url, file);
    await withClient(database.url, (client) => client.query('vacuum analyze'));
    const again = await importFile(database.url, file);
    return report(n, statSync(file).size, { loadMs, compareMs }, first, again);
  } finally {
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function importFile(url: string, file: string): Promise<Imported> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'import-bills.ts'), url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return JSON.parse(said);
}

function report(
  n: number,
  bytes: number,
  limit: { loadMs: number; compareMs: number },
  first: Imported,
  again: Imported,
): Result {
  const perSecond = (ms: number) => (n * 1000) / ms;
  const isRight = first.outcome === 'loaded' && first.plan?.created === n && again.plan?.unchanged === n;
  return {
    id: 'W2',
    title: 'a file of bills is imported',
    rows: [
      {
        what: 'imported',
        ours: perSecond(first.tookMs),
        unit: 'bills/s',
        limit: {
          value: perSecond(limit.loadMs),
          what: 'COPY by the server itself, set-based checks, one insert a table; the same indexes, keys and balance check',
        },
        bar: '≥ 0.50',
      },
      {
        what: 'imported again',
        ours: perSecond(again.tookMs),
        unit: 'bills/s',
        limit: {
          value: perSecond(limit.compareMs),
          what: 'COPY by the server itself, and one join that finds no difference',
        },
      },
    ],
    peakMemoryMb: { import: first.peakMb, again: again.peakMb },
    notes: [
      `${n.toLocaleString('en-US')} bills of ${Math.ceil(n / BILLS_EACH).toLocaleString('en-US')} accounts, ${(bytes / 1e6).toFixed(1)} MB; the memory's bar is 200 MB`,
      `${isRight ? 'right' : 'WRONG'}: ${first.outcome}, ${first.plan?.created} created, ${first.problems} problems; again: ${again.plan?.created} created, ${again.plan?.unchanged} there already`,
    ],
  };
}
