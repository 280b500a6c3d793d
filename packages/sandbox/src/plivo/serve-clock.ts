import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { readParams } from './guard-api.ts';
import type { PlivoWorld } from './open-world.ts';

/**
 * A push of the clock goes in steps of a second or more, so that what follows from what happens on the way (a retry
 * after a retry) still happens in its order.
 */
const mostSteps = 240;

/**
 * The sandbox's time. `advance` moves it at once. `move` is what the handset page asks for: where the account keeps the
 * time (`timekeeper`), it is asked to, in the same words, and moves the sandbox along with itself; else the sandbox moves
 * alone. Both answer with the new time; a timekeeper with a line of JSON per step first.
 */
export function serveClock(
  app: Hono<{ Bindings: HttpBindings }>,
  world: PlivoWorld,
  timekeeper: string | undefined,
): void {
  const advance = async (ms: number) => {
    // A call that a fault has delayed is on its way in the time in which it was made.
    await world.faults.landed();
    const steps = Math.max(1, Math.min(mostSteps, Math.ceil(ms / 1000)));
    for (let step = 0; step < steps; step++) await world.clock.advance(ms / steps);
    world.tell({ kind: 'clock', now: world.now() });
  };
  app.get('/sandbox/clock', (c) => c.json({ now: world.now(), isKept: timekeeper !== undefined }));
  app.post('/sandbox/clock/advance', async (c) => {
    const { ms } = ((await readParams(c)) ?? {}) as { ms?: number };
    if (ms === undefined || !(ms >= 0))
      return c.json({ error: 'ms must be zero or more milliseconds.' }, 400);
    await advance(ms);
    return c.json({ now: world.now() });
  });
  // Back to the machine's time: for whoever knows that nothing happened meanwhile.
  app.post('/sandbox/clock/reset', async (c) => {
    await world.clock.advance(Date.now() - world.clock.now());
    world.tell({ kind: 'clock', now: world.now() });
    return c.json({ now: world.now() });
  });
  app.post('/sandbox/clock/move', async (c) => {
    const order = (await readParams(c)) ?? {};
    if (timekeeper !== undefined) return askTimekeeper(timekeeper, order, world.stopping.signal);
    const { ms } = order as { ms?: number };
    if (ms === undefined || !(ms >= 0))
      return c.json({ error: 'ms must be zero or more milliseconds.' }, 400);
    await advance(ms);
    return c.json({ kind: 'moved', nowMs: world.now() });
  });
}

async function askTimekeeper(url: string, order: unknown, signal: AbortSignal): Promise<Response> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
      signal,
    });
    const type = answer.headers.get('content-type') ?? 'text/plain';
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': type } });
  } catch {
    return Response.json(
      { error: 'The account’s server, which keeps the time, does not answer.' },
      { status: 502 },
    );
  }
}
