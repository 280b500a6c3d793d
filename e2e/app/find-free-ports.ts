import { createServer } from 'node:net';

/** Ports that programs are given by the system begin above this on most machines; ours lie below. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/**
 * The first of five free ports in a row: a local Kvitt takes its PORT and the two after it, its company the next, and a test's
 * push service the last.
 */
export async function findFreePorts(): Promise<number> {
  for (;;) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    const free = await Promise.all([first, first + 1, first + 2, first + 3, first + 4].map(isFree));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });
}
