import { joinClock } from '@kvitt/db/clock/join-clock';
import type { Clock } from '@kvitt/flows/kit/context';
import { createGate } from './create-gate.ts';

export interface FollowedClock extends Clock {
  /**
   * Runs an act that must not span a move of the clock: what takes a minute by its own reckoning would find that a day
   * has gone by. While the clock is about to be moved it waits for the new time first.
   */
  during<T>(act: () => Promise<T>): Promise<T>;
  /** Has everything that is due done, when the clock asks for it; `act` gives how much it found. */
  onSettle(act: () => Promise<number>): void;
  stop(): Promise<void>;
}

/**
 * The clock of one process of a sandboxed deployment: the machine's, ahead by what stands in the database, the same for
 * all of them at every instant at which anything runs.
 */
export async function followClock(
  url: string,
  as: { role: 'api' | 'worker'; sandboxUrl: string },
): Promise<FollowedClock> {
  const gate = createGate();
  let offsetMs = 0;
  let settle = async () => 0;
  const follower = await joinClock(url, as, async (turn) => {
    if (turn.phase === 'hold') {
      await gate.close();
      return 0;
    }
    offsetMs = turn.offsetMs;
    gate.open();
    return turn.phase === 'settle' ? settle() : 0;
  });
  return {
    now: () => new Date(Date.now() + offsetMs),
    during: gate.during,
    onSettle(act) {
      settle = act;
    },
    stop: follower.stop,
  };
}
