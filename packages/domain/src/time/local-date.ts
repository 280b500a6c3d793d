/** Making one costs fifty times as much as using it, and every page and receipt needs one; there are few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The calendar date, `YYYY-MM-DD`, that an instant falls on in an IANA zone. */
export function localDate(at: Date, timeZone: string): string {
  return formatFor(timeZone).format(at);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  // The Canadian order of a date is the ISO one.
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  FORMATS.set(timeZone, made);
  return made;
}
