import { loadVitals } from '@kvitt/db/report/load-vitals';
import { findAlarms } from '@kvitt/domain/report/find-alarms';
import type { Ctx } from '../kit/context.ts';

/**
 * Writes a line into the log for everything that is not well: its `alarm` is what a log's watchman looks for.
 * @returns 0: it looks, and has nothing to do
 */
export async function watchHealth(ctx: Ctx): Promise<number> {
  const vitals = await loadVitals(ctx.em.fork(), ctx.clock.now());
  for (const { code, value, limit } of findAlarms(vitals)) {
    ctx.log.warn({ alarm: code, value: Math.round(value * 10) / 10, limit }, 'texts are not well');
  }
  return 0;
}
