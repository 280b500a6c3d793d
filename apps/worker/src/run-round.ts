import type { Runtime } from '@kvitt/runtime/open-runtime';
import type { Round } from './timetable.ts';

export interface RunningRound {
  /** Does not wait for the interval. */
  wake(): void;
  /** Settles when a run that began after this call has found nothing; gives how much was found until then. */
  settle(): Promise<number>;
  /** Settles when the round under way is over. */
  stop(): Promise<void>;
}

/** Runs a round until it is stopped: at once again while there is work, else after its interval or when it is woken. */
export function runRound(round: Round, runtime: Runtime): RunningRound {
  let isStopped = false;
  let isWoken = false;
  let rest: { timer: NodeJS.Timeout; end(): void } | undefined;

  let settling: { found: number; end(found: number): void }[] = [];

  const pause = () =>
    new Promise<void>((end) => {
      if (isStopped || isWoken) return end();
      rest = { timer: setTimeout(end, round.everyMs), end };
    });
  const finished = (async () => {
    while (!isStopped) {
      isWoken = false;
      const asked = settling;
      const found = await runtime.clock.during(() => runOnce(round, runtime));
      for (const one of asked) {
        one.found += found;
        if (found === 0) one.end(one.found);
      }
      if (found === 0) settling = settling.filter((one) => !asked.includes(one));
      if (found === 0) await pause();
    }
    for (const one of settling) one.end(one.found);
  })();
  const wake = () => {
    isWoken = true;
    if (rest) clearTimeout(rest.timer);
    rest?.end();
  };
  return {
    wake,
    settle: () =>
      new Promise((end) => {
        if (isStopped) return end(0);
        settling = [...settling, { found: 0, end }];
        wake();
      }),
    async stop() {
      isStopped = true;
      wake();
      await finished;
    },
  };
}

/** A round that fails says so and is tried again after its interval; one broken round does not stop the others. */
async function runOnce(round: Round, runtime: Runtime): Promise<number> {
  try {
    return await round.run(runtime.context());
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown';
    runtime.log.warn({ round: round.name, error: kind }, 'a round failed');
    return 0;
  }
}
