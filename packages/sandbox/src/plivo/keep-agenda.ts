import type { SandboxClock } from '../control/clock.ts';

export interface Agenda {
  /** Runs `act` once, `delayMs` of sandbox time from now; gives back a function that calls it off. */
  later(delayMs: number, act: () => void | Promise<void>): () => void;
  stop(): void;
}

interface Entry {
  dueAt: number;
  act: () => void | Promise<void>;
  isOff: boolean;
}

/**
 * Many appointments behind one timer of the clock. A busy number has thousands of reports outstanding, and a clock
 * that looks through all of its timers at every step would spend its time on that.
 *
 * What falls due at one instant runs side by side, so that a server that never answers holds up only its own text;
 * the clock's step ends when all of it has settled.
 */
export function keepAgenda(clock: SandboxClock): Agenda {
  const entries: Entry[] = [];
  let armedFor = Number.POSITIVE_INFINITY;
  let disarm = () => {};

  const arm = () => {
    const next = entries[0];
    if (!next || next.dueAt >= armedFor) return;
    disarm();
    armedFor = next.dueAt;
    disarm = clock.after(Math.max(0, next.dueAt - clock.now()), run);
  };

  const run = async () => {
    armedFor = Number.POSITIVE_INFINITY;
    const due: Entry[] = [];
    while (entries[0] && entries[0].dueAt <= clock.now()) due.push(entries.shift() as Entry);
    arm();
    await Promise.all(due.filter((entry) => !entry.isOff).map((entry) => entry.act()));
  };

  return {
    later(delayMs, act) {
      const entry = { dueAt: clock.now() + delayMs, act, isOff: false };
      entries.splice(firstAfter(entries, entry.dueAt), 0, entry);
      arm();
      return () => {
        entry.isOff = true;
      };
    },
    stop() {
      disarm();
      entries.length = 0;
    },
  };
}

/** Where an appointment at `dueAt` goes: behind all that are due no later, so that equals keep their order. */
function firstAfter(entries: readonly Entry[], dueAt: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).dueAt <= dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
