import { loadVitals } from '@kvitt/db/report/load-vitals';
import { findAlarms } from '@kvitt/domain/report/find-alarms';
import type { Context } from 'hono';
import type { Deps } from './kit/deps.ts';

/**
 * How the sending of texts is, with what is not well. 200 also with alarms: this process can serve, and taking it away
 * would mend nothing; 503 where the database does not answer.
 */
export async function showReady(c: Context, deps: Deps): Promise<Response> {
  try {
    const ctx = deps.context();
    const vitals = await loadVitals(ctx.em, ctx.clock.now());
    const alarms = findAlarms(vitals);
    return c.json({ status: alarms.length > 0 ? 'alarm' : 'ok', ...vitals, alarms });
  } catch {
    return c.json({ status: 'the database does not answer' }, 503);
  }
}
