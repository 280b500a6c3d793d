/** Making one costs much more than using it; there are few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** The full hours of the day, 0 to 23, that an instant falls on in an IANA zone. */
export function localHour(at: Date, timeZone: string): number {
  const known = FORMATS.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  if (!known) FORMATS.set(timeZone, format);
  return Number(format.format(at));
}
