import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findDatabase } from '@kvitt/testing/beside/find-database';
import { COMPANY_CLIENT } from '@kvitt/testing/start-company';
import type { App } from './app.ts';
import { findFreePorts } from './find-free-ports.ts';

const root = path.resolve(import.meta.dirname, '../..');
const LOGS = path.join(root, 'e2e/test-results');

/** The portal may have to be built first. */
const START_MS = 180_000;
/** What the start itself grants its parts, and the database's shutdown. */
const STOP_MS = 20_000;

/** The line that the terminal shows once everything answers. */
const RUNNING = 'Kvitt is running.';

export interface StartedApp extends App {
  /** Ends all of it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts Kvitt as `npm start` does, with nothing of this machine's: no credentials, no database, no earlier data. Several
 * run side by side, each with the log of its place (0, 1, …).
 */
export async function startApp(place: number): Promise<StartedApp> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'kvitt-e2e-'));
  const port = await findFreePorts();
  const child = spawn(process.execPath, [path.join(root, 'tools/start.ts')], {
    cwd: root,
    env: {
      ...withoutOurs(process.env),
      ...companyOn(port + 3),
      PORT: String(port),
      KVITT_DATA: dataFolder,
      NO_COLOR: '1',
      // Nothing listens there but what a test starts for itself.
      PUSH_SERVICE_URL: `http://127.0.0.1:${port + 4}`,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const stop = async () => {
    await end(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await isRunning(child, path.join(LOGS, `kvitt-${place}.log`));
    const databaseUrl = await findDatabase(dataFolder);
    const at = (offset: number) => `http://127.0.0.1:${port + offset}`;
    return {
      dataFolder,
      databaseUrl,
      port,
      portal: at(0),
      handset: at(1),
      cards: at(2),
      companyPort: port + 3,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The company's own sign-in, which does not answer while Kvitt starts: that must not keep it from starting. */
function companyOn(port: number): Record<string, string> {
  return {
    CONSOLE_OIDC_ISSUER: `http://127.0.0.1:${port}`,
    CONSOLE_OIDC_CLIENT_ID: COMPANY_CLIENT.clientId,
    CONSOLE_OIDC_CLIENT_SECRET: COMPANY_CLIENT.clientSecret,
    CONSOLE_OIDC_NAME: 'Northlight ID',
  };
}

/** A developer's own settings would lead the tests to their database, or to the vendors. */
function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours =
    /^(DATABASE_URL|PUBLIC_URL|PUSH_SERVICE_URL|PORT|LOG_LEVEL|HANDSET_ORIGIN|(KVITT|PLIVO|BRAINTREE|CONSOLE)_.*)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

/** Settles when the first screen is shown; rejects with the last words where Kvitt ends before that, or never gets there. */
async function isRunning(child: ChildProcess, file: string): Promise<void> {
  mkdirSync(LOGS, { recursive: true });
  const log = createWriteStream(file);
  const last: string[] = [];
  await new Promise<void>((running, failed) => {
    const say = (why: string) => failed(new Error(`Kvitt ${why}:\n${last.slice(-20).join('\n')}`));
    const timer = setTimeout(say, START_MS, `did not come up within ${START_MS / 1000} s`);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        last.push(line);
        if (!line.includes(RUNNING)) return;
        clearTimeout(timer);
        running();
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      say(`ended (${code}) before it was up`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
