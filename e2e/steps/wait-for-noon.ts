import type { App } from '../app/app.ts';
import { runKvitt } from './run-kvitt.ts';

/** The biller's own, in which the clock's command reads a time. */
const ZONE = 'America/New_York';
/** Here nobody's morning has not begun, nor anybody's evening. */
const BY_DAY = { from: 12, to: 17 };

/**
 * Moves the test clock to the next noon, unless it is early in the afternoon: texts that wait for the day go out then, whenever
 * the tests are run.
 */
export async function waitForNoon(app: App): Promise<void> {
  const { now } = (await runKvitt(app, 'clock', '--json')).answer as { now: string };
  const hour = Number(part(new Date(now), { hour: '2-digit', hourCycle: 'h23' }));
  if (hour >= BY_DAY.from && hour < BY_DAY.to) return;
  const days = hour < BY_DAY.from ? 0 : 1;
  const day = part(new Date(Date.parse(now) + days * 86_400_000), { dateStyle: 'short' });
  await runKvitt(app, 'clock', `${day}T12:00`, '--json');
}

/** A date or an hour as it is written in Sweden, which is as ISO writes it. */
function part(at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, ...options }).format(at);
}
