import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findUnprivilegedUser } from './postgres/choose-identity.ts';
import { startPostgres } from './start-postgres.ts';

// A machine that runs everything at once takes seconds for a first start.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const made: string[] = [];
const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function newDir(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-pg-test-'));
  made.push(dir);
  return path.join(dir, 'pg');
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** Another process that starts the same server and then waits; gives its url once it serves. */
async function startElsewhere(
  dataDir: string,
  throwaway: boolean,
): Promise<{ child: ChildProcess; url: string }> {
  const launcher = pathToFileURL(path.join(import.meta.dirname, 'start-postgres.ts')).href;
  const script = `
    const { startPostgres } = await import(${JSON.stringify(launcher)});
    const server = await startPostgres(${JSON.stringify({ dataDir, throwaway })});
    console.log(server.url());
    setInterval(() => {}, 60000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The other process ended with ${code}.`)));
  });
  return { child, url };
}

describe('startPostgres', () => {
  it('keeps the data of an orderly stop and asks for the password of a lasting cluster', async () => {
    const dataDir = newDir();
    const first = await startPostgres({ dataDir });
    expect(first.adopted).toBe(false);
    expect(await ask(first.url(), 'show server_version_num')).toMatch(/^18/);
    await ask(first.url(), 'create table kept as select 42 as answer');
    await expect(ask(`postgresql://postgres@127.0.0.1:${first.port}/postgres`, 'select 1')).rejects.toThrow();
    await first.stop();

    const second = await startPostgres({ dataDir });
    expect(await ask(second.url(), 'select answer from kept')).toBe(42);
    await second.stop();
  });

  it('sorts and folds text the same on every machine', async () => {
    const server = await startPostgres({ dataDir: newDir(), throwaway: true });
    expect(await ask(server.url(), `select lower('ÅÄÖ') || upper('é')`)).toBe('åäöÉ');
    expect(await ask(server.url(), 'show timezone')).toBe('UTC');
    await server.stop();
  });

  it('leaves a server running that another living process started', async () => {
    const dataDir = newDir();
    const { url } = await startElsewhere(dataDir, true);
    const borrowed = await startPostgres({ dataDir, throwaway: true });
    expect(borrowed.adopted).toBe(true);
    await borrowed.stop();
    expect(await ask(url, 'select 1')).toBe(1);
  });

  it('ends the server and removes a throwaway directory when its parent is killed', async () => {
    const dataDir = newDir();
    const { child } = await startElsewhere(dataDir, true);
    child.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(dataDir)).toBe(false), { timeout: 20_000, interval: 100 });
  });

  it('starts over a pid file that a power failure left behind', async () => {
    const dataDir = newDir();
    const first = await startPostgres({ dataDir });
    await first.stop();
    writeFileSync(
      path.join(dataDir, 'cluster', 'postmaster.pid'),
      `4194305\n${dataDir}/cluster\n0\n1\n\n127.0.0.1\n`,
    );
    const second = await startPostgres({ dataDir });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('makes one cluster when two processes start together', async () => {
    const dataDir = newDir();
    const [one, other] = await Promise.all([startElsewhere(dataDir, true), startElsewhere(dataDir, true)]);
    expect(one.url).toBe(other.url);
  });

  it.skipIf(process.getuid?.() !== 0)('runs as another user where namespaces are forbidden', async () => {
    const dataDir = newDir();
    // The other user must be able to walk to the data directory.
    chmodSync(path.dirname(dataDir), 0o755);
    const server = await startPostgres({ dataDir, throwaway: true, identity: findUnprivilegedUser() });
    expect(await ask(server.url(), 'select 1')).toBe(1);
    await server.stop();
    expect(existsSync(dataDir)).toBe(false);
  });
});
