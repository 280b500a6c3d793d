import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Identity } from './choose-identity.ts';
import type { ClusterFiles } from './cluster-files.ts';
import { serves } from './find-running-server.ts';
import { readPid } from './is-alive.ts';
import { programCall } from './program-call.ts';

const pollMs = 20;
/** Crash recovery of a big database may take a while; a server that says nothing for two minutes is broken. */
const patienceMs = 120_000;
/** How often a start is tried again while the dying predecessor still holds the cluster or the port. */
const attempts = 50;
const retryAfterMs = 200;

export interface LaunchOptions {
  port?: number;
  settings?: Record<string, string | number>;
  throwaway?: boolean;
}

/** Starts the server and gives its process id and port once it accepts connections. */
export async function launchServer(
  files: ClusterFiles,
  programs: string,
  identity: Identity,
  options: LaunchOptions,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort());
    const tried = await tryOnce(files, programs, identity, port, settingsOf(options));
    if (tried.pid !== undefined) return { pid: tried.pid, port };
    if (attempt < attempts && mayPass(tried.complaint, options)) await pause(retryAfterMs);
    else throw new Error(`PostgreSQL did not start: ${tried.complaint}`);
  }
}

/** Without sockets in the file system the length of the project's path does not matter. */
function settingsOf(options: LaunchOptions): Record<string, string | number> {
  const lasting = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };
  return { ...lasting, ...(options.throwaway ? fast : {}), ...options.settings };
}

/** A predecessor that was killed can hold its files for a second; a free port can be taken in between. */
function mayPass(complaint: string, options: LaunchOptions): boolean {
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory/.test(complaint)) return true;
  return options.port === undefined && /could not bind|could not create any TCP/.test(complaint);
}

type Tried = { pid: number; complaint?: never } | { pid?: never; complaint: string };

async function tryOnce(
  files: ClusterFiles,
  programs: string,
  identity: Identity,
  port: number,
  settings: Record<string, string | number>,
): Promise<Tried> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const call = launchCall(files, programs, identity, ['-p', String(port), ...flags]);
  const log = openSync(files.log, 'w', 0o600);
  const child = spawn(call.command, call.args, {
    ...call.options,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ending: string | undefined;
  child.once('error', (error) => {
    ending = error.message;
  });
  child.once('exit', (code, signal) => {
    // pg_ctl leaves with 0 and lets the server run on; the server itself never leaves while it is wanted.
    if (code !== 0) ending = `it ended with ${signal ?? code}`;
  });
  for (let waitedMs = 0; ending === undefined && waitedMs < patienceMs; waitedMs += pollMs) {
    if (await serves(files, port)) {
      child.unref();
      return { pid: readPid(files.postmasterPid) ?? child.pid ?? 0 };
    }
    await pause(pollMs);
  }
  if (ending === undefined) child.kill('SIGKILL');
  return { complaint: `${ending ?? 'it does not answer'}\n${readFileSync(files.log, 'utf8').slice(-2_000)}` };
}

/** On Windows `pg_ctl` gives up administrator's rights, which the server itself would refuse to run with. */
function launchCall(files: ClusterFiles, programs: string, identity: Identity, flags: string[]) {
  if (process.platform !== 'win32')
    return programCall(programs, 'postgres', ['-D', files.cluster, ...flags], identity);
  const quoted = flags.map((flag) => `"${flag}"`).join(' ');
  return programCall(programs, 'pg_ctl', ['start', '-W', '-D', files.cluster, '-o', quoted], identity);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}
