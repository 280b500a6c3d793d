const DAY_MS = 86_400_000;

/**
 * A calendar date (`YYYY-MM-DD`) as the instant of its midnight in UTC, in milliseconds: a date on a bill has no zone, so
 * it is counted and written in UTC from end to end. Throws where there is no such day.
 */
export function utcMidnight(isoDate: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) ?? [];
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC rolls 30 February over into March: the day after the last of a month is another month's first.
  const nextMonth = Date.UTC(Number(year), Number(month), 1);
  const isDay = Number(day) >= 1 && Number(month) >= 1 && Number(month) <= 12 && instant < nextMonth;
  if (!isDay) throw new RangeError(`not a calendar date: ${isoDate}`);
  return instant;
}

/** Whole days from `isoToday` to `isoDate`: 0 today, 1 tomorrow, negative when it is past. */
export function daysUntil(isoDate: string, isoToday: string): number {
  return (utcMidnight(isoDate) - utcMidnight(isoToday)) / DAY_MS;
}
