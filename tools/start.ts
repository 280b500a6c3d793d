// Brings up the whole of Kvitt on one machine: the database, the vendors' sandboxes where no credentials are given, the
// API with the portal and the console, and the worker; and takes all of it down again, the database last.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { startPostgres } from '@kvitt/db/kit/start-postgres';
import { readSettings, type Settings, whyClockStands } from '@kvitt/runtime/read-settings';
import pg from 'pg';
import { findBusyPort } from './start/find-busy-port.ts';
import { firstScreen } from './start/first-screen.ts';
import {
  DATA,
  LOCAL_NUMBER,
  type Ports,
  readConsentKey,
  readLocalKeys,
  readPorts,
  readPushKeys,
  whatIsSandboxed,
} from './start/local-parts.ts';
import { refuseCard } from './start/refuse-card.ts';
import { type Child, runChild } from './start/run-child.ts';
import { writeSandboxConfig } from './start/sandbox-config.ts';
import { serviceEnvironment } from './start/service-environment.ts';

const root = path.resolve(import.meta.dirname, '..');
const isDev = process.argv.includes('--dev');
const children: Child[] = [];
let postgres: Awaited<ReturnType<typeof startPostgres>> | undefined;
let isStopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
// Whoever started us with a channel, as the browser tests do, takes us along however they end.
process.once('disconnect', () => stop(0));

try {
  await start();
} catch (error) {
  if (!isStopping) console.error(`kvitt: ${error instanceof Error ? error.message : error}`);
  await stop(1);
}

async function start(): Promise<void> {
  const ports = readPorts(process.env);
  const busy = await findBusyPort(ports);
  if (busy !== undefined) {
    const others = `${ports.portal} to ${ports.cards}`;
    throw new Error(
      `port ${busy} is taken by another program. Stop it, or choose three others: PORT=5000 npm start (now ${others}).`,
    );
  }
  const keys = readLocalKeys();
  const isProduction = process.env.KVITT_ENV === 'production';
  if (isProduction) refuseLocalParts();
  const sandboxed = whatIsSandboxed(process.env);
  const needsSandbox = sandboxed.sms || sandboxed.payments;
  const config = needsSandbox
    ? writeSandboxConfig(keys, ports, sandboxed.sms && sandboxed.payments)
    : undefined;
  const [databaseUrl] = await Promise.all([
    openDatabase(),
    buildPages(),
    config && run('sandbox', 'packages/sandbox/src/main.ts', ['--config', config], process.env),
  ]);
  const local = { databaseUrl, keys, ports, consentKey: readConsentKey(), pushKeys: readPushKeys() };
  const env = serviceEnvironment(process.env, local);
  const settings = readSettings(env);
  if (settings.kind === 'refused') throw new Error(settings.problems.join('\n       '));
  // People who do not exist are texted through the sandbox alone, and their cards are test cards.
  const mayInvent = sandboxed.sms && env.BRAINTREE_ENVIRONMENT !== 'production' && !isProduction;
  if (mayInvent && (await isEmpty(databaseUrl))) await seed(settings.settings, ports, sandboxed.payments);

  if (isDev) watchPages();
  const watch = isDev ? ['--watch'] : [];
  await Promise.all([
    run('api', 'apps/api/src/main.ts', [], env, watch),
    run('worker', 'apps/worker/src/main.ts', [], env, watch),
  ]);
  if (whyClockStands(settings.settings) === undefined) await meetSandbox(settings.settings);
  console.log(firstScreen(ports, sandboxed, mayInvent));
}

/** Production runs on what it was given, all of it; nothing of this machine's stands in for what is missing. */
function refuseLocalParts(): void {
  const settings = readSettings(process.env);
  if (settings.kind === 'refused') {
    throw new Error(`this cannot be production:\n  - ${settings.problems.join('\n  - ')}`);
  }
}

/** Built once, and again only when its sources have changed: turbo knows. */
async function buildPages(): Promise<void> {
  const turbo = path.join(root, 'node_modules/.bin/turbo');
  const args = [
    'run',
    'build',
    '--filter=@kvitt/portal',
    '--filter=@kvitt/console',
    '--output-logs=errors-only',
  ];
  const child = spawn(turbo, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the pages could not be built:\n${output}`);
}

/**
 * Builds the portal and the console again whenever a source of theirs changes; the API, watching what it has loaded,
 * starts anew on the portal's.
 */
function watchPages(): void {
  for (const name of ['portal', 'console']) {
    const file = path.join(root, `apps/${name}/build.ts`);
    const child = runChild(name, { file, args: ['--watch'], nodeArgs: [], env: process.env });
    child.ready.catch(() => undefined);
    children.push(child);
  }
}

/** Fills the database with people to try Kvitt as; the runtime is loaded for this alone, once in a database's life. */
async function seed(settings: Settings, ports: Ports, hasLocalBank: boolean): Promise<void> {
  const { openRuntime } = await import('@kvitt/runtime/open-runtime');
  const { seedDemo } = await import('./seed/seed-demo.ts');
  const runtime = await openRuntime(settings, { isWorker: false });
  try {
    const bank = hasLocalBank ? { refuse: (token: string) => refuseCard(ports.cards, token) } : undefined;
    await seedDemo(runtime.context(), process.env.PLIVO_NUMBER ?? `+${LOCAL_NUMBER}`, bank);
  } finally {
    await runtime.close();
  }
}

/** The sandbox remembers its own time, and it stood still while we were away: both go on from the later of the two. */
async function meetSandbox({ DATABASE_URL, PLIVO_API_URL = '' }: Settings): Promise<void> {
  const { openDb } = await import('@kvitt/db/kit/open-db');
  const { catchUp } = await import('@kvitt/runtime/clock/catch-up');
  const orm = await openDb(DATABASE_URL, { poolSize: 2 });
  try {
    await catchUp({ databaseUrl: DATABASE_URL, em: () => orm.em.fork() }, new URL(PLIVO_API_URL).origin);
  } finally {
    await orm.close();
  }
}

async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rowCount } = await client.query('select from biller limit 1');
  await client.end();
  return rowCount === 0;
}

async function openDatabase(): Promise<string> {
  let url = process.env.DATABASE_URL;
  if (!url) {
    postgres = await startPostgres({ dataDir: path.join(DATA, 'postgres') });
    url = postgres.url('kvitt');
  }
  await migrateUp(url);
  return url;
}

/** Starts a part and waits until it is ready; should it end by itself later, everything is taken down. */
async function run(
  name: string,
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  nodeArgs: string[] = [],
): Promise<void> {
  const child = runChild(name, { file: path.join(root, file), args, nodeArgs, env });
  children.push(child);
  await child.ready;
  child.process.once('exit', (code) => {
    if (isStopping) return;
    console.error(`kvitt: ${name} has ended (${code}); stopping the rest. What was committed is safe.`);
    void stop(1);
  });
}

/** Ends the parts in the order in which they lean on each other: worker and API, the sandboxes, the database. */
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all(children.filter(({ name }) => name !== 'sandbox').map((child) => child.stop()));
  await Promise.all(children.map((child) => child.stop()));
  await postgres?.stop();
  process.exit(code);
}
