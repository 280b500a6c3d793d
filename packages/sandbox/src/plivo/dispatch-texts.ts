import { judgeDestination } from './judge-destination.ts';
import { mayTextPass } from './keep-opt-outs.ts';
import type { Lane, PlivoWorld } from './open-world.ts';
import { reportState } from './report-state.ts';
import type { SandboxText } from './sandbox-state.ts';

/** The vendor's default throughput of a source number. */
const usualPerSecond = 5;
/** After a failure for want of credit, sends are refused outright for two minutes. */
const noCreditPauseMs = 120_000;

/** Puts an accepted text into its source's queue. The queue is first in, first out, at the source's own pace. */
export function dispatchTexts(world: PlivoWorld, text: SandboxText): void {
  const lane = laneOf(world, text.from);
  lane.queue.push(text);
  lane.earliestExpiry = Math.min(lane.earliestExpiry, text.expiresAt);
  arm(world, lane);
}

/** Takes up, after a restart, the queues and the reports that were outstanding. */
export function resumeTexts(world: PlivoWorld): void {
  for (const text of world.state.texts) {
    if (text.state === 'queued') dispatchTexts(world, text);
    else if (text.state === 'sent' && text.reportDueAt !== null) awaitReport(world, text);
  }
}

function laneOf(world: PlivoWorld, source: string): Lane {
  const known = world.lanes.get(source);
  if (known) return known;
  const lane: Lane = {
    source,
    queue: [],
    freeAt: world.clock.now(),
    earliestExpiry: Number.POSITIVE_INFINITY,
    callOff: () => {},
  };
  world.lanes.set(source, lane);
  return lane;
}

function arm(world: PlivoWorld, lane: Lane): void {
  lane.callOff();
  if (!lane.queue.length) return;
  const turnAt = Math.max(lane.freeAt, lane.queue[0]?.acceptedAt ?? 0);
  const dueAt = Math.min(turnAt, lane.earliestExpiry);
  lane.callOff = world.later(Math.max(0, dueAt - world.clock.now()), () => run(world, lane));
}

async function run(world: PlivoWorld, lane: Lane): Promise<void> {
  const now = world.clock.now();
  const leaving = takeLeaving(world, lane, now);
  const expired = now >= lane.earliestExpiry ? takeExpired(lane, now) : [];
  // Armed before anything is awaited: a server that does not answer must not stop the queue.
  arm(world, lane);
  await Promise.all([
    ...leaving.map((text) => dispatch(world, text)),
    ...expired.map((text) => reportState(world, text, 'failed', '420')),
  ]);
}

/**
 * The texts whose turn has come, at the pace of the source. Usually one; after the clock has been pushed forward, as
 * many as would have left meanwhile, and of those only the ones that had not expired by their turn.
 */
function takeLeaving(world: PlivoWorld, lane: Lane, now: number): SandboxText[] {
  const gapMs = 1000 / (world.numbers.get(lane.source)?.perSecond ?? usualPerSecond);
  const leaving: SandboxText[] = [];
  for (let head = lane.queue[0]; head; head = lane.queue[0]) {
    const turnAt = Math.max(lane.freeAt, head.acceptedAt);
    if (turnAt > now || turnAt >= head.expiresAt) break;
    lane.freeAt = turnAt + gapMs;
    leaving.push(head);
    lane.queue.shift();
  }
  return leaving;
}

function takeExpired(lane: Lane, now: number): SandboxText[] {
  const expired = lane.queue.filter((text) => text.expiresAt <= now);
  lane.queue = lane.queue.filter((text) => text.expiresAt > now);
  lane.earliestExpiry = lane.queue.reduce(
    (min, text) => Math.min(min, text.expiresAt),
    Number.POSITIVE_INFINITY,
  );
  return expired;
}

async function dispatch(world: PlivoWorld, text: SandboxText): Promise<void> {
  const refusal = refusalOf(world, text);
  if (refusal) return reportState(world, text, 'failed', refusal);
  const verdict = judgeDestination(text.to, world.state.destinations[text.to]);
  if (verdict.outcome === 'failed') return reportState(world, text, 'failed', verdict.errorCode);
  text.sentAt = world.now();
  text.reportDueAt = verdict.outcome === 'sent-only' ? null : world.now() + verdict.latencyMs;
  if (text.reportDueAt !== null) awaitReport(world, text);
  await reportState(world, text, 'sent');
}

/** The code with which the vendor itself gives a text up, or null. */
function refusalOf(world: PlivoWorld, text: SandboxText): string | null {
  if (!world.numbers.has(text.from)) return '40';
  if (!mayTextPass(world, text)) return '200';
  const longest = text.encoding === 'gsm-7' ? 1600 : 737;
  if (text.type === 'sms' && lengthOf(text) > longest) return '110';
  if (!world.state.settings.hasCredit && text.origin !== 'automatic') {
    world.state.noCreditUntil = world.now() + noCreditPauseMs;
    return '900';
  }
  return null;
}

function lengthOf(text: SandboxText): number {
  return text.encoding === 'gsm-7' ? [...text.text].length : text.text.length;
}

function awaitReport(world: PlivoWorld, text: SandboxText): void {
  world.later(Math.max(0, (text.reportDueAt ?? 0) - world.now()), async () => {
    const verdict = judgeDestination(text.to, world.state.destinations[text.to]);
    text.reportDueAt = null;
    text.reportedAt = world.now();
    if (verdict.outcome === 'undelivered') await reportState(world, text, 'undelivered', verdict.errorCode);
    else await reportState(world, text, 'delivered');
  });
}
