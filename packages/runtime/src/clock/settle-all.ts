import { setTimeout as pause } from 'node:timers/promises';
import { countWaiting, type Waiting } from '@kvitt/db/clock/count-waiting';
import type { ClockLeader } from '@kvitt/db/clock/lead-clock';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Work that stands still for this long waits for something that time alone does not bring: a rate, a fault, a person. */
const STILL_MS = 3_000;
const LOOK_EVERY_MS = 20;

/**
 * Has every follower do all that is due, again and again until nothing is: rounds, jobs, texts. What stands still is left;
 * it goes on when its time has come, or when what it waits for does.
 */
export async function settleAll(
  leader: ClockLeader,
  em: () => EntityManager,
  withinMs: number,
): Promise<Waiting> {
  let movedAt = performance.now();
  let last = '';
  for (;;) {
    const found = await leader.say('settle', leader.turn.offsetMs, withinMs);
    const waiting = await countWaiting(em(), new Date(Date.now() + leader.turn.offsetMs));
    if (found === 0 && waiting.texts + waiting.jobs === 0) return waiting;
    const seen = JSON.stringify(waiting);
    if (seen !== last) movedAt = performance.now();
    last = seen;
    if (performance.now() - movedAt > STILL_MS) return waiting;
    await pause(LOOK_EVERY_MS);
  }
}
