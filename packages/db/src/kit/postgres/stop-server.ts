import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClusterFiles } from './cluster-files.ts';
import { findPrograms } from './find-programs.ts';
import { isAlive } from './is-alive.ts';
import { programCall } from './program-call.ts';

const pollMs = 20;
/** The last checkpoint of a busy server takes seconds. */
const patienceMs = 60_000;

/** A fast shutdown: open transactions are rolled back, everything committed is on disk when this resolves. */
export async function stopServer(files: ClusterFiles, pid: number): Promise<void> {
  if (process.platform === 'win32') return stopOnWindows(files);
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (!isAlive(pid)) return;
    await pause(pollMs);
  }
  throw new Error(`PostgreSQL (process ${pid}) has not stopped within a minute; see ${files.log}.`);
}

/** Windows has no signals: Node would end the server on the spot, as if the power had failed. */
function stopOnWindows(files: ClusterFiles): void {
  const identity = { kind: 'self' } as const;
  const args = ['stop', '-m', 'fast', '-D', files.cluster];
  const { command, options } = programCall(findPrograms(identity), 'pg_ctl', args, identity);
  spawnSync(command, args, options);
}
