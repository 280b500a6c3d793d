import { dayNumber } from './day-number.ts';

/**
 * Easter Sunday of a Gregorian year, in days since 1 January 1970, by the anonymous Gregorian computus ("A New York
 * correspondent", Nature 13, 1876; Meeus, Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century + 8) / 25);
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - correction + 1) / 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayNumber(year, Math.floor(days / 31), (days % 31) + 1);
}
