import { misread, type Reading, read } from './reading.ts';

/** Reads an IANA zone. An offset ("+01:00") is none: it does not know when the clocks change. */
export function readTimeZone(text: string): Reading<string> {
  return isTimeZone(text) ? read(text) : misread('TIME_ZONE_UNKNOWN', 'America/Chicago');
}

/** Asking costs 50 µs and a file names few zones; only real ones are kept, so garbage does not fill the memory. */
const known = new Set<string>();

function isTimeZone(text: string): boolean {
  if (known.has(text)) return true;
  if (!/^[A-Z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return false;
  }
  known.add(text);
  return true;
}
