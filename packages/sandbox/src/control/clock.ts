/**
 * The sandbox's own time. Everything a vendor does later (dispatch from a queue, a callback's retry, a settlement)
 * is a timer on this clock, so that a person sees an hour pass in seconds and a test steps it by hand.
 */
export interface SandboxClock {
  /** Milliseconds since the epoch, in sandbox time. */
  now(): number;
  /** Calls `act` once, `delayMs` of sandbox time from now; gives back a function that calls it off. */
  after(delayMs: number, act: () => void | Promise<void>): () => void;
  /** Moves time forward by `ms` and runs, in order, what becomes due meanwhile; settles when all of it is done. */
  advance(ms: number): Promise<void>;
  /** Calls off everything that is still to come. */
  stop(): void;
}

/** What the machine's own timers hold, almost 25 days; a longer one would go off at once. */
const longestWaitMs = 2_147_483_647;

interface Timer {
  dueAt: number;
  order: number;
  act: () => void | Promise<void>;
}

/** A clock that moves only when it is told to. For tests: no waiting, no race with the machine's speed. */
export function manualClock(startMs: number): SandboxClock {
  let now = startMs;
  let order = 0;
  let timers: Timer[] = [];
  return {
    now: () => now,
    after(delayMs, act) {
      const timer = { dueAt: now + delayMs, order: order++, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter((timer) => timer.dueAt <= end).sort(byDueTime)[0];
        if (!due) break;
        timers = timers.filter((other) => other !== due);
        now = Math.max(now, due.dueAt);
        await due.act();
      }
      now = end;
    },
    stop() {
      timers = [];
    },
  };
}

/**
 * A clock that runs by itself, `scale` times as fast as the machine's, and can also be pushed forward.
 * With scale 1 a delay is what the vendor's would be; a demo uses more, so that a retry in a minute is seen.
 */
export function scaledClock(scale = 1): SandboxClock {
  let offset = 0;
  const startedAt = Date.now();
  const pending = new Map<Timer, NodeJS.Timeout>();
  let order = 0;
  const now = () => startedAt + (Date.now() - startedAt) * scale + offset;
  const arm = (timer: Timer) => {
    const handle = setTimeout(
      () => {
        pending.delete(timer);
        if (timer.dueAt - now() > scale) arm(timer);
        else void timer.act();
      },
      Math.min(longestWaitMs, Math.max(0, (timer.dueAt - now()) / scale)),
    );
    pending.set(timer, handle);
  };
  return {
    now,
    after(delayMs, act) {
      const timer = { dueAt: now() + delayMs, order: order++, act };
      arm(timer);
      return () => {
        clearTimeout(pending.get(timer));
        pending.delete(timer);
      };
    },
    async advance(ms) {
      offset += ms;
      const waiting = [...pending].sort(([a], [b]) => byDueTime(a, b));
      for (const [timer, handle] of waiting) {
        clearTimeout(handle);
        pending.delete(timer);
        if (timer.dueAt <= now()) await timer.act();
        else arm(timer);
      }
    },
    stop() {
      for (const handle of pending.values()) clearTimeout(handle);
      pending.clear();
    },
  };
}

function byDueTime(a: Timer, b: Timer): number {
  return a.dueAt - b.dueAt || a.order - b.order;
}
