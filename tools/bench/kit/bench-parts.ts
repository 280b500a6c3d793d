import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openRuntime, type Runtime } from '@kvitt/runtime/open-runtime';
import { readSettings, type Settings } from '@kvitt/runtime/read-settings';
import { type Child, runChild } from '../../start/run-child.ts';
import { serviceEnvironment } from '../../start/service-environment.ts';
import { freePorts } from './free-ports.ts';
import type { BenchOptions } from './result.ts';

/** The number that the biller of a run texts from; 555-01xx is nobody's. */
export const OUR_NUMBER = '14155550100';

const root = path.resolve(import.meta.dirname, '../../..');

const keys = {
  plivoAuthId: 'MABENCHBENCHBENCH000',
  plivoAuthToken: 'bench-token',
  merchantId: 'bench_merchant',
  publicKey: 'bench_public',
  privateKey: 'bench_private',
};

/** The processes of a run, as `npm start` runs them: the vendors' sandboxes in one, the API, the worker. */
export interface Parts {
  settings: Settings;
  /** Where the API listens once it is started. */
  origin: string;
  /** Where the carrier's sandbox listens. */
  carrierOrigin: string;
  authToken: string;
  sandbox: Child;
  /** What a process of ours opens, in this process: to fill the database, and to measure the vendors alone. */
  openRuntime(): Promise<Runtime>;
  start(name: 'api' | 'worker'): Promise<Child>;
  stop(): Promise<void>;
}

/**
 * Starts the sandboxes and lays out how the rest is started.
 * @param textsPerSecond how fast the carrier's sandbox lets texts leave our number: each brings reports with it
 */
export async function openParts(
  databaseUrl: string,
  options: BenchOptions,
  textsPerSecond = 5,
): Promise<Parts> {
  const [portal = 0, handset = 0, cards = 0] = await freePorts(3);
  const ports = { portal, handset, cards };
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-bench-parts-'));
  const config = path.join(dir, 'sandbox.json');
  const origin = `http://127.0.0.1:${portal}`;
  const number = {
    number: OUR_NUMBER,
    kind: 'long-code',
    messageUrl: `${origin}/webhooks/plivo/message`,
    perSecond: textsPerSecond,
  };
  const { plivoAuthId: authId, plivoAuthToken: authToken, merchantId, publicKey, privateKey } = keys;
  writeFileSync(
    config,
    JSON.stringify({
      plivo: { port: handset, authId, authToken, numbers: [number] },
      braintree: { port: cards, merchantId, publicKey, privateKey },
    }),
  );
  const children: Child[] = [];
  const run = async (
    name: string,
    file: string,
    args: string[],
    nodeArgs: string[],
    env: NodeJS.ProcessEnv,
  ) => {
    const child = runChild(name, { file: path.join(root, file), args, nodeArgs, env });
    children.push(child);
    await child.ready;
    return child;
  };
  const sandbox = await run('sandbox', 'packages/sandbox/src/main.ts', ['--config', config], [], process.env);
  // Credentials that the shell may hold are for vendors, and no run calls one.
  const env = serviceEnvironment(
    { PATH: process.env.PATH, LOG_LEVEL: 'error' },
    { databaseUrl, keys, ports },
  );
  const read = readSettings(env);
  if (read.kind === 'refused') throw new Error(read.problems.join('; '));
  return {
    settings: read.settings,
    origin,
    carrierOrigin: `http://127.0.0.1:${handset}`,
    authToken,
    sandbox,
    openRuntime: () => openRuntime(read.settings, { isWorker: false }),
    start(name) {
      const profile = options.profileTo
        ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(options.profileTo, name)}`]
        : [];
      return run(name, `apps/${name}/src/main.ts`, [], profile, env);
    },
    async stop() {
      await Promise.all(children.filter((child) => child !== sandbox).map((child) => child.stop()));
      await sandbox.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
