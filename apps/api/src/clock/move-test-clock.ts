import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { Deps } from '../kit/deps.ts';

const ORDER = z.union([z.object({ ms: z.number().min(0) }), z.object({ until: z.literal('next-text') })]);

/**
 * Moves the test clock for the handset page, through the sandbox that serves it: `{"ms": …}` or `{"until": "next-text"}`.
 * Answers with a line of JSON for every step of the way and one for the end, as they come. Not there in production, and
 * closed to pages of other origins, which cannot send JSON without asking first.
 */
export async function moveTestClock(c: Context, { moveClock }: Deps): Promise<Response> {
  if (!moveClock || !c.req.header('content-type')?.startsWith('application/json')) return c.notFound();
  const order = ORDER.safeParse(await c.req.json().catch(() => undefined));
  if (!order.success) {
    return c.json({ error: 'The body is {"ms": a number of milliseconds} or {"until": "next-text"}.' }, 400);
  }
  c.header('Content-Type', 'application/x-ndjson');
  return stream(c, async (out) => {
    const say = (line: object) => void out.write(`${JSON.stringify(line)}\n`);
    const { data } = order;
    const answer = await moveClock(
      'ms' in data ? { kind: 'by', ms: data.ms } : { kind: 'next-text' },
      (progress) => say({ kind: 'moving', ...progress }),
    );
    await out.write(`${JSON.stringify(answer)}\n`);
  });
}
