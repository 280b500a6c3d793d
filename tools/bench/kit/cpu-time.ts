import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const TICK_MS = 10;

/** The processor time that living processes have used so far, in milliseconds by part; nothing where it is not told. */
export function cpuTime(pids: Record<string, number | undefined>): Record<string, number> {
  const used: Record<string, number> = {};
  for (const [part, pid] of Object.entries(pids)) {
    const ms = pid === undefined ? undefined : readCpuMs(pid);
    if (ms !== undefined) used[part] = ms;
  }
  return used;
}

/** What each part used between two looks, per piece of work, as words. */
export function cpuPerPiece(
  before: Record<string, number>,
  after: Record<string, number>,
  pieces: number,
): string {
  return Object.entries(after)
    .map(([part, ms]) => `${part} ${((ms - (before[part] ?? 0)) / pieces).toFixed(2)} ms`)
    .join(', ');
}

/** What all parts together used between two looks, per piece of work, in milliseconds; undefined where it is not told. */
export function cpuOfPiece(
  before: Record<string, number>,
  after: Record<string, number>,
  pieces: number,
): number | undefined {
  const used = Object.entries(after).map(([part, ms]) => ms - (before[part] ?? 0));
  return used.length === 0 ? undefined : used.reduce((sum, ms) => sum + ms, 0) / pieces;
}

/** A process with the processes that it started, those that have ended included: PostgreSQL has one for each connection. */
function readCpuMs(pid: number): number | undefined {
  const own = readTimes(pid);
  if (!own) return undefined;
  return (
    own.ownMs +
    own.endedMs +
    listChildren(pid).reduce((sum, child) => sum + (readTimes(child)?.ownMs ?? 0), 0)
  );
}

function readTimes(pid: number): { ownMs: number; endedMs: number } | undefined {
  try {
    // The name in the second field may hold blanks; behind its bracket, user and system time are the 12th and 13th, and
    // those of children that have ended follow.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [user = 0, system = 0, usersEnded = 0, systemEnded = 0] = fields.slice(11, 15).map(Number);
    return { ownMs: (user + system) * TICK_MS, endedMs: (usersEnded + systemEnded) * TICK_MS };
  } catch {
    return undefined;
  }
}

function listChildren(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}
