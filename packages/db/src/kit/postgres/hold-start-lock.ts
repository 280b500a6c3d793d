import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, readPid } from './is-alive.ts';

const pollMs = 50;
/** A first start takes three seconds on a busy machine; one that takes longer than this is stuck. */
const patienceMs = 60_000;

/**
 * Lets one process at a time create and start a cluster: two that start together would both run initdb. Gives the
 * function that releases the lock. A lock whose holder has died is taken over.
 */
export async function holdStartLock(file: string): Promise<() => void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (take(file)) return () => rmSync(file, { force: true });
    const holder = readPid(file);
    if (holder !== undefined && holder !== process.pid && !isAlive(holder)) rmSync(file, { force: true });
    else await pause(pollMs);
  }
  throw new Error(
    `Another process has been starting this database for a minute; if none is, remove ${file}.`,
  );
}

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
