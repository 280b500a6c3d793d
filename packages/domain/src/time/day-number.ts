/** A calendar date as whole days since 1 January 1970, the way the rules of days count: no zone, no clock. */

/** Days since 1 January 1970 of a Gregorian date; `month` is 1 to 12. A day past a month's end runs on into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last, so that a month's offset is a straight line (Hinnant's algorithm).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date, `YYYY-MM-DD`, of a number of days since 1 January 1970. */
export function dayName(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The year that a day lies in. */
export function yearOf(days: number): number {
  // The mean Gregorian year finds it or misses by one, at a turn of the year.
  const year = 1970 + Math.floor(days / 365.2425);
  if (days < dayNumber(year, 1, 1)) return year - 1;
  return days < dayNumber(year + 1, 1, 1) ? year : year + 1;
}

/** 0 Monday to 6 Sunday. */
export function weekday(days: number): number {
  // 1 January 1970 was a Thursday.
  return (((days + 3) % 7) + 7) % 7;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
