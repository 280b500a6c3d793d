import { readFileSync } from 'node:fs';

/** The most memory that each living process has held so far, in MB; nothing where the machine does not tell. */
export function peakMemory(pids: Record<string, number | undefined>): Record<string, number> {
  const peaks: Record<string, number> = {};
  for (const [part, pid] of Object.entries(pids)) {
    const peakMb = pid === undefined ? undefined : readPeakMb(pid);
    if (peakMb !== undefined) peaks[part] = peakMb;
  }
  return peaks;
}

/** Linux keeps the high-water mark of what a process had in memory. */
function readPeakMb(pid: number): number | undefined {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}
