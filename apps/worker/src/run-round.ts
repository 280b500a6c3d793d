import type { Runtime } from '@kvitt/runtime/open-runtime';
import type { Round } from './timetable.ts';

export interface RunningRound {
  /** Does not wait for the interval. */
  wake(): void;
  /** Settles when the round under way is over. */
  stop(): Promise<void>;
}

/** Runs a round until it is stopped: at once again while there is work, else after its interval or when it is woken. */
export function runRound(round: Round, runtime: Runtime): RunningRound {
  let isStopped = false;
  let isWoken = false;
  let rest: { timer: NodeJS.Timeout; end(): void } | undefined;

  const pause = () =>
    new Promise<void>((end) => {
      if (isStopped || isWoken) return end();
      rest = { timer: setTimeout(end, round.everyMs), end };
    });
  const finished = (async () => {
    while (!isStopped) {
      isWoken = false;
      const found = await runOnce(round, runtime);
      if (found === 0) await pause();
    }
  })();
  const wake = () => {
    isWoken = true;
    if (rest) clearTimeout(rest.timer);
    rest?.end();
  };
  return {
    wake,
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
