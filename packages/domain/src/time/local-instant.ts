import { utcMidnight } from '../locale/calendar-day.ts';

const DAY_MS = 86_400_000;

/** Making one costs fifty times as much as using it; there are few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant, in milliseconds since the epoch, at which the clocks of an IANA zone show `minute` minutes past midnight of
 * `day` (`YYYY-MM-DD`). A time that the clocks leave out when they go forward moves forward with them; of one that they
 * show twice it is the first.
 */
export function localInstant(day: string, minute: number, timeZone: string): number {
  const shown = utcMidnight(day) + minute * 60_000;
  // No zone changes its clocks twice within two days: one of these two offsets is the right one.
  const before = shown - offsetAt(shown - DAY_MS, timeZone);
  const after = shown - offsetAt(shown + DAY_MS, timeZone);
  const [first, second] = before <= after ? [before, after] : [after, before];
  if (first + offsetAt(first, timeZone) === shown) return first;
  if (second + offsetAt(second, timeZone) === shown) return second;
  return before;
}

/** By how many milliseconds a zone's clocks are ahead of UTC at an instant. */
function offsetAt(atMs: number, timeZone: string): number {
  const shown = formatFor(timeZone).format(atMs);
  const [, month, day, year, hour, minute] =
    /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(shown)?.map(Number) ?? [];
  const asUtc = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute);
  return asUtc - Math.floor(atMs / 60_000) * 60_000;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  FORMATS.set(timeZone, made);
  return made;
}
