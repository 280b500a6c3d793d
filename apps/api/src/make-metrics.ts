import { timingSafeEqual } from 'node:crypto';
import { loadVitals } from '@kvitt/db/report/load-vitals';
import { findAlarms, type Vitals } from '@kvitt/domain/report/find-alarms';
import type { Context } from 'hono';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Deps } from './kit/deps.ts';

const GAUGES: Record<keyof Vitals, string> = {
  dueTexts: 'Texts that may go out now and have not.',
  oldestDueSeconds: 'For how long the oldest of them has waited.',
  waitingJobs: 'Jobs of the queue that are not done.',
  sent: 'Texts of the last hour.',
  failed: 'Those of them that came to nothing.',
  optedOut: 'Phones that opted out in the last hour.',
  pausedSenders: 'Numbers that are paused.',
  brakedCampaigns: 'Campaigns that their brake has stopped.',
};

/**
 * Makes what answers a Prometheus scrape: this process's own figures, and how the sending of texts is. For whoever has the
 * token, as `Authorization: Bearer`; to others, and where no token is set, there is no such page.
 */
export function makeMetrics(deps: Deps): (c: Context) => Promise<Response> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = Object.entries(GAUGES).map(([key, help]) => ({
    key: key as keyof Vitals,
    gauge: new Gauge({
      name: `kvitt_${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
      help,
      registers: [registry],
    }),
  }));
  const alarm = new Gauge({
    name: 'kvitt_alarms',
    help: 'How many things are not well.',
    registers: [registry],
  });
  return async (c) => {
    if (!deps.metricsToken || !isSame(c.req.header('authorization'), `Bearer ${deps.metricsToken}`)) {
      return c.notFound();
    }
    const ctx = deps.context();
    const vitals = await loadVitals(ctx.em, ctx.clock.now());
    for (const { key, gauge } of gauges) gauge.set(vitals[key]);
    alarm.set(findAlarms(vitals).length);
    return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType });
  };
}

/** Compared in the same time however much of it is right. */
function isSame(given: string | undefined, expected: string): boolean {
  const one = Buffer.from(given ?? '');
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other);
}
