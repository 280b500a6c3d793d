import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { PAY_STATEMENTS } from './pay-statements.ts';

export interface Limit {
  perSecond: number;
  by: 'pgbench' | 'a bare pg client';
}

/**
 * Runs the statements of one payment after the other, for people 1 to `count`, over `clients` connections; by pgbench
 * where the machine has it, else by a loop over the driver that does nothing else.
 */
export async function measureLimit(url: string, count: number, clients: number): Promise<Limit> {
  const each = Math.floor(count / clients);
  const byPgbench = runPgbench(url, each, clients);
  if (byPgbench !== undefined) return { perSecond: byPgbench, by: 'pgbench' };
  return { perSecond: await runDriver(url, each, clients), by: 'a bare pg client' };
}

/** Undefined where there is no pgbench; throws where it failed. */
function runPgbench(url: string, each: number, clients: number): number | undefined {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-pgbench-'));
  try {
    const script = path.join(dir, 'pay.sql');
    const counting = ['\\set k :k + 1', '\\set i :client_id * :each + :k'];
    const statements = PAY_STATEMENTS.map((statement) => `${statement.replaceAll(/\s+/g, ' ')};`);
    writeFileSync(script, [...counting, ...statements, ''].join('\n'));
    const { hostname, port, username, password, pathname } = new URL(url);
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      clients,
      '-j',
      Math.min(clients, 2),
      '-t',
      each,
      '-f',
      script,
    ];
    const run = spawnSync('pgbench', [...args, '-D', 'k=0', '-D', `each=${each}`].map(String), {
      encoding: 'utf8',
      env: {
        ...process.env,
        PGHOST: hostname,
        PGPORT: port,
        PGUSER: decodeURIComponent(username),
        PGPASSWORD: decodeURIComponent(password),
        PGDATABASE: pathname.slice(1),
      },
    });
    if (run.error) return undefined;
    const rate = /tps = ([\d.]+)/.exec(run.stdout);
    if (run.status !== 0 || !rate) throw new Error(`pgbench: ${run.stderr.trim().slice(-500)}`);
    return Number(rate[1]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function runDriver(url: string, each: number, clients: number): Promise<number> {
  const statements = PAY_STATEMENTS.map((text, index) => ({
    name: `s${index}`,
    text: text.replaceAll(':i', '$1::bigint'),
    takesPerson: text.includes(':i'),
  }));
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const startedMs = performance.now();
  await Promise.all(
    connections.map(async (client, lane) => {
      for (let k = 1; k <= each; k++) {
        for (const { name, text, takesPerson } of statements) {
          await client.query({ name, text, values: takesPerson ? [lane * each + k] : [] });
        }
      }
    }),
  );
  const tookMs = performance.now() - startedMs;
  await Promise.all(connections.map((client) => client.end()));
  return (each * clients * 1000) / tookMs;
}
