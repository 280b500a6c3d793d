import type { Context } from 'hono';
import type { Deps } from './kit/deps.ts';

/** 200 where the database answers, 503 where it does not: what a load balancer asks. */
export async function showHealth(c: Context, deps: Deps): Promise<Response> {
  try {
    await deps.context().em.execute('select 1');
    return c.json({ status: 'ok' });
  } catch {
    return c.json({ status: 'the database does not answer' }, 503);
  }
}
