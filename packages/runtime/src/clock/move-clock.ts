import { countWaiting, type Waiting } from '@kvitt/db/clock/count-waiting';
import { findNextDue } from '@kvitt/db/clock/find-next-due';
import { type ClockLeader, leadClock } from '@kvitt/db/clock/lead-clock';
import type { EntityManager } from '@mikro-orm/postgresql';
import { advanceSandbox, readSandboxClock } from './sandbox-clock.ts';
import { settleAll } from './settle-all.ts';

export type ClockOrder =
  /** Milliseconds of time to go by. */
  | { kind: 'by'; ms: number }
  /** Until this instant, in milliseconds since the epoch. */
  | { kind: 'to'; atMs: number }
  /** Until a text goes out, to whomever. */
  | { kind: 'next-text' };

export type ClockRefusal = 'BACKWARDS' | 'TOO_FAR' | 'NOT_RUNNING' | 'MOVING' | 'BUSY';

export type MoveAnswer =
  | { kind: 'moved'; nowMs: number; texts: number }
  | { kind: 'refused'; refusal: ClockRefusal };

export interface ClockProgress {
  nowMs: number;
  /** Milliseconds moved so far, and in all; for the next text, at the most. */
  movedMs: number;
  ofMs: number;
  texts: number;
}

export interface Move {
  databaseUrl: string;
  em(): EntityManager;
  order: ClockOrder;
  onProgress?(progress: ClockProgress): void;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The longest step: what no row says the time of is looked after at least so often. A long move takes longer ones, or a
 * month would take minutes.
 */
const STEP_MS = HOUR_MS;
const LONG_STEP_MS = 3 * HOUR_MS;
const LONG_MOVE_MS = 2 * DAY_MS;

/** A little over two years, so that a year's end and a leap day can be seen; further is a slip of the finger. */
const LONGEST_MS = 800 * DAY_MS;
/** Bills come by the month: where two of them bring no text, none is coming. */
const NEXT_TEXT_WITHIN_MS = 62 * DAY_MS;

/** A process at work may be waiting for the card processor, for as long as a minute. */
const HOLD_WITHIN_MS = 90_000;
const ANSWER_WITHIN_MS = 30_000;

/**
 * Moves the time of the whole deployment forward. Time goes by in steps, from one instant at which something is due to the
 * next and never more than an hour at once (three, where the move is longer than two days), and at each of them everything that is due is done before time goes on: what
 * happens in between happens at its time and in its order. At every step the processes first come to rest, so that nothing
 * runs on two times; the sandbox's clock follows.
 * @returns refused, with nothing changed: BACKWARDS (rows that were written would lie in the future), TOO_FAR, NOT_RUNNING
 * (no worker goes by the test clock: Kvitt is not running, or in production, where none ever does), MOVING (another move is
 * under way). BUSY: a process did not come to rest; what was moved until then stands.
 */
export async function moveClock(move: Move): Promise<MoveAnswer> {
  const leader = await leadClock(move.databaseUrl);
  if (!leader) return { kind: 'refused', refusal: 'MOVING' };
  try {
    const followers = await leader.followers();
    const sandboxUrl = followers.find(({ role }) => role === 'worker')?.sandboxUrl;
    if (sandboxUrl === undefined) return { kind: 'refused', refusal: 'NOT_RUNNING' };
    return await moveOn(leader, sandboxUrl, move);
  } finally {
    await leader.end();
  }
}

async function moveOn(leader: ClockLeader, sandboxUrl: string, move: Move): Promise<MoveAnswer> {
  const startMs = nowOf(leader);
  const targetMs = targetOf(move.order, startMs);
  if (targetMs < startMs) return { kind: 'refused', refusal: 'BACKWARDS' };
  if (targetMs - startMs > LONGEST_MS) return { kind: 'refused', refusal: 'TOO_FAR' };
  const before = await countWaiting(move.em(), new Date(startMs));
  let waiting: Waiting = before;
  const isDone = () =>
    nowOf(leader) >= targetMs || (move.order.kind === 'next-text' && waiting.sent > before.sent);
  do {
    const stepMs = targetMs - startMs > LONG_MOVE_MS ? LONG_STEP_MS : STEP_MS;
    const step = await chooseStep(move.em(), { nowMs: nowOf(leader), targetMs, stepMs });
    if (!(await stepTo(leader, sandboxUrl, step))) return { kind: 'refused', refusal: 'BUSY' };
    waiting = await settleAll(leader, move.em, ANSWER_WITHIN_MS);
    move.onProgress?.({
      nowMs: nowOf(leader),
      movedMs: nowOf(leader) - startMs,
      ofMs: targetMs - startMs,
      texts: waiting.sent - before.sent,
    });
  } while (!isDone());
  return { kind: 'moved', nowMs: nowOf(leader), texts: waiting.sent - before.sent };
}

function nowOf(leader: ClockLeader): number {
  return Date.now() + leader.turn.offsetMs;
}

function targetOf(order: ClockOrder, startMs: number): number {
  if (order.kind === 'to') return order.atMs;
  return startMs + (order.kind === 'by' ? order.ms : NEXT_TEXT_WITHIN_MS);
}

/** The next instant at which something is due, the next full hour or third hour, or the target, whichever comes first. */
async function chooseStep(
  em: EntityManager,
  { nowMs, targetMs, stepMs }: { nowMs: number; targetMs: number; stepMs: number },
): Promise<number> {
  const nextFullMs = (Math.floor(nowMs / stepMs) + 1) * stepMs;
  const dueMs = await findNextDue(em, new Date(nowMs));
  // What is due within a second of another is done with it.
  const nextDueMs = dueMs === undefined ? nextFullMs : Math.max(dueMs, nowMs + 1_000);
  return Math.min(nextFullMs, nextDueMs, targetMs);
}

/** @returns false where a process did not come to rest in time, or did not answer; then no time has gone by */
async function stepTo(leader: ClockLeader, sandboxUrl: string, atMs: number): Promise<boolean> {
  const offsetMs = leader.turn.offsetMs;
  if ((await leader.say('hold', offsetMs, HOLD_WITHIN_MS)) === undefined) {
    await leader.say('go', offsetMs, ANSWER_WITHIN_MS);
    return false;
  }
  // What went by on the machine while they came to rest is part of the step.
  const moved = await leader.say('go', Math.max(offsetMs, atMs - Date.now()), ANSWER_WITHIN_MS);
  if (moved === undefined) return false;
  const behindMs = nowOf(leader) - (await readSandboxClock(sandboxUrl));
  if (behindMs > 0) await advanceSandbox(sandboxUrl, behindMs);
  return true;
}
