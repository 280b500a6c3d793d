import { randomUUID } from 'node:crypto';
import type { PlivoWorld } from './open-world.ts';
import type { PendingCallback } from './sandbox-state.ts';
import { signCallback } from './sign-callback.ts';

/** The vendor asks again three times, each gap counted from the attempt before. */
const retryGapsMs = [60_000, 120_000, 240_000];
const logLimit = 500;

/** The answer to the attempt that ended the matter: a 2xx with its body, or null when the vendor gave up. */
export type CallbackAnswer = { contentType: string; body: string } | null;

/** What is to be done when a callback has been answered or given up; by kind, so that a restart finds it again. */
export type CallbackEnd = (world: PlivoWorld, callback: PendingCallback, answer: CallbackAnswer) => void;

/**
 * Posts a signed callback to the account's server, now and, until it answers 2xx in time, after 60, 120 and 240
 * seconds more of sandbox time. Settles when the first attempt has; never rejects.
 */
export function postCallback(
  world: PlivoWorld,
  draft: Pick<PendingCallback, 'kind' | 'about' | 'url' | 'method' | 'params'>,
  end: CallbackEnd,
): Promise<void> {
  const callback: PendingCallback = { ...draft, id: randomUUID(), attempts: 0, dueAt: world.now() };
  world.state.callbacks.push(callback);
  world.save();
  const first = async () => {
    await attempt(world, callback, end);
    const { duplicate } = world.state.settings.callbackFaults;
    if (duplicate && world.roll() < duplicate) await call(world, callback);
  };
  // One text's callbacks leave one after the other; texts do not wait for each other.
  const run = (world.tails.get(callback.about) ?? Promise.resolve()).then(first);
  world.tails.set(callback.about, run);
  world.inFlight.add(run);
  return run.finally(() => {
    world.inFlight.delete(run);
    if (world.tails.get(callback.about) === run) world.tails.delete(callback.about);
  });
}

/** Takes up, after a restart, what had not been answered when the process ended. */
export function resumeCallbacks(world: PlivoWorld, endOf: (callback: PendingCallback) => CallbackEnd): void {
  for (const callback of world.state.callbacks) {
    world.later(Math.max(0, callback.dueAt - world.now()), () => attempt(world, callback, endOf(callback)));
  }
}

async function attempt(world: PlivoWorld, callback: PendingCallback, end: CallbackEnd): Promise<void> {
  const { answer, outcome } = await call(world, callback);
  if (world.stopping.signal.aborted) return;
  const gapMs = answer ? undefined : retryGapsMs[callback.attempts];
  callback.attempts += 1;
  if (gapMs !== undefined) {
    callback.dueAt = world.now() + gapMs;
    world.later(gapMs, () => attempt(world, callback, end));
  } else world.state.callbacks = world.state.callbacks.filter((other) => other !== callback);
  log(world, callback, outcome, gapMs === undefined ? null : callback.dueAt);
  if (gapMs === undefined) end(world, callback, answer);
  world.save();
}

async function call(world: PlivoWorld, callback: PendingCallback): ReturnType<typeof callAccount> {
  const request = callAccount(world, callback);
  world.inFlight.add(request);
  return request.finally(() => world.inFlight.delete(request));
}

function log(
  world: PlivoWorld,
  callback: PendingCallback,
  answer: number | string,
  againAt: number | null,
): void {
  const { id, kind, about, url, attempts } = callback;
  const entry = { at: world.now(), id, kind, about, url, attempt: attempts, answer, againAt };
  world.callbackLog.push(entry);
  if (world.callbackLog.length > logLimit) world.callbackLog.shift();
  world.tell({ kind: 'callback', attempt: entry });
}

/** The limit on the answer runs on the machine's clock: it is about a real socket, however fast sandbox time goes. */
async function callAccount(
  world: PlivoWorld,
  { url, method, params }: PendingCallback,
): Promise<{ answer: CallbackAnswer; outcome: number | string }> {
  try {
    const target = new URL(url);
    if (method === 'GET')
      for (const [key, value] of Object.entries(params)) target.searchParams.append(key, value);
    const form = method === 'POST' ? params : {};
    const response = await fetch(target, {
      method,
      headers: signCallback({ method, url: target.href, form }, world.authToken),
      ...(method === 'POST' ? { body: new URLSearchParams(params) } : {}),
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(world.answerTimeoutMs), world.stopping.signal]),
    });
    const body = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    return { answer: response.ok ? { contentType, body } : null, outcome: response.status };
  } catch (error) {
    return { answer: null, outcome: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
