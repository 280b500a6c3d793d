import { utcMidnight } from '../../locale/calendar-day.ts';
import { dayName } from '../../time/day-number.ts';

const DAY_MS = 86_400_000;

/**
 * An instant as the rules' files write it, `2026-12-01T12:59Z`, with seconds or with an offset if need be, in milliseconds
 * since 1970; undefined where the text is none. A time without a zone would be read in the process's own.
 */
export function readInstant(text: string): number | undefined {
  const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!shape) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  try {
    utcMidnight(shape[1] ?? '');
  } catch {
    return undefined;
  }
  return at;
}

/** `2026-12-01T13:00:00Z`; with thousandths only where there are any. */
export function writeInstant(at: number): string {
  const day = Math.floor(at / DAY_MS);
  const ms = at - day * DAY_MS;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const time = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)}`;
  const thousandths = ms % 1_000 === 0 ? '' : `.${String(ms % 1_000).padStart(3, '0')}`;
  return `${dayName(day)}T${time}${thousandths}Z`;
}
