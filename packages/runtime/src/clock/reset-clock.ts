import { findFutureFacts } from '@kvitt/db/clock/find-future-facts';
import { forgetFuture } from '@kvitt/db/clock/forget-future';
import { leadClock } from '@kvitt/db/clock/lead-clock';
import type { EntityManager } from '@mikro-orm/postgresql';
import { resetSandbox } from './sandbox-clock.ts';

export type ResetAnswer =
  | { kind: 'reset'; nowMs: number }
  | { kind: 'refused'; refusal: 'NOT_RUNNING' | 'MOVING' | 'BUSY' }
  /** Something happened in the time that would be taken back: so many rows of each of these tables. */
  | { kind: 'refused'; refusal: 'HAPPENED'; facts: { table: string; rows: number }[] };

const WITHIN_MS = 90_000;

/**
 * Puts the test clock back to the machine's, where nothing happened meanwhile: a text that was sent tomorrow, or a card
 * that was charged then, cannot be taken back.
 */
export async function resetClock(move: { databaseUrl: string; em(): EntityManager }): Promise<ResetAnswer> {
  const leader = await leadClock(move.databaseUrl);
  if (!leader) return { kind: 'refused', refusal: 'MOVING' };
  try {
    const followers = await leader.followers();
    const sandboxUrl = followers.find(({ role }) => role === 'worker')?.sandboxUrl;
    if (sandboxUrl === undefined) return { kind: 'refused', refusal: 'NOT_RUNNING' };
    const { offsetMs } = leader.turn;
    const isHeld = (await leader.say('hold', offsetMs, WITHIN_MS)) !== undefined;
    const facts = isHeld ? await findFutureFacts(move.em(), new Date()) : [];
    if (!isHeld || facts.length > 0) {
      await leader.say('go', offsetMs, WITHIN_MS);
      return isHeld ? { kind: 'refused', refusal: 'HAPPENED', facts } : { kind: 'refused', refusal: 'BUSY' };
    }
    await forgetFuture(move.em(), new Date());
    await resetSandbox(sandboxUrl);
    await leader.say('go', 0, WITHIN_MS);
    return { kind: 'reset', nowMs: Date.now() };
  } finally {
    await leader.end();
  }
}
