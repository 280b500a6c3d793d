import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chooseIdentity, type Identity } from './postgres/choose-identity.ts';
import { clusterFiles } from './postgres/cluster-files.ts';
import { createCluster } from './postgres/create-cluster.ts';
import { findPrograms } from './postgres/find-programs.ts';
import { findRunningServer } from './postgres/find-running-server.ts';
import { holdStartLock } from './postgres/hold-start-lock.ts';
import { isAlive, readPid } from './postgres/is-alive.ts';
import { type LaunchOptions, launchServer } from './postgres/launch-server.ts';
import { serverUrl } from './postgres/server-url.ts';
import { stopServer } from './postgres/stop-server.ts';
import { watchParent } from './postgres/watch-parent.ts';

export interface StartPostgresOptions extends LaunchOptions {
  /** An absolute directory of our own; the cluster, its log and its password live below it. */
  dataDir: string;
  /** A fixed TCP port on 127.0.0.1; a free one is taken where this is missing. */
  port?: number;
  /** Server settings by their PostgreSQL names, such as `max_connections`. */
  settings?: Record<string, string | number>;
  /** For tests: nothing is made durable, and the directory is gone once the server has stopped. */
  throwaway?: boolean;
  /** Which user the server runs as; found out where this is missing. */
  identity?: Identity;
}

export interface RunningPostgres {
  port: number;
  /** The connection string of one database of this server; `postgres` where none is named. */
  url(db?: string): string;
  /** True where the server was running already. */
  adopted: boolean;
  /** Ends the server with a fast shutdown, unless another living process started it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL 18 that npm installed, on 127.0.0.1 only, or adopts the one that already serves
 * `dataDir`. Resolves when the server accepts connections; throws with the end of its log when it does not.
 *
 * The server outlives no one: a process that is killed before it could call `stop` leaves a watchdog that ends
 * the server. It runs in a process group of its own, so that Ctrl-C reaches the application first, which then
 * stops the database last.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<RunningPostgres> {
  const files = clusterFiles(path.resolve(options.dataDir));
  const identity = options.identity ?? chooseIdentity();
  prepareDataDir(files.dir, identity);
  const release = await holdStartLock(files.startLock);
  try {
    const running = await findRunningServer(files);
    if (running) return adopt(files, running, options.throwaway ?? false);
    const programs = findPrograms(identity);
    createCluster(files, programs, identity, options.throwaway ?? false);
    const started = await launchServer(files, programs, identity, options);
    return own(files, started, false, options.throwaway ?? false);
  } finally {
    release();
  }
}

/** The directory is private from the first moment on: the password of the cluster is going to lie in it. */
function prepareDataDir(dir: string, identity: Identity): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (identity.kind === 'setuid') chownSync(dir, identity.uid, identity.gid);
  chmodSync(dir, 0o700);
}

interface Server {
  pid: number;
  port: number;
}

type Files = ReturnType<typeof clusterFiles>;

/**
 * A server whose starter still lives is only borrowed: a command beside a running application must not take the
 * database away from it. One whose starter is dead is ours from now on.
 */
function adopt(files: Files, server: Server, isThrowaway: boolean): RunningPostgres {
  const owner = readPid(files.owner);
  if (owner === undefined || owner === process.pid || !isAlive(owner))
    return own(files, server, true, isThrowaway);
  return { port: server.port, url: serverUrl(files, server.port), adopted: true, stop: async () => {} };
}

function own(files: Files, server: Server, adopted: boolean, isThrowaway: boolean): RunningPostgres {
  writeFileSync(files.owner, `${process.pid}\n`);
  const endWatch = watchParent(files, server.pid, isThrowaway);
  const stop = async (): Promise<void> => {
    await stopServer(files, server.pid);
    endWatch();
    if (isThrowaway) rmSync(files.dir, { recursive: true, force: true });
    else rmSync(files.owner, { force: true });
  };
  return { port: server.port, url: serverUrl(files, server.port), adopted, stop };
}
