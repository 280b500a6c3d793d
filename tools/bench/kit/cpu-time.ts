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
    .map(([part, ms]) => `${part} ${((ms - (before[part] ?? 0)) / pieces).toFixed(1)} ms`)
    .join(', ');
}

function readCpuMs(pid: number): number | undefined {
  try {
    // The name in the second field may hold blanks; behind its bracket, user and system time are the 12th and 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return undefined;
  }
}
