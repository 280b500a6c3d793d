import { utcMidnight } from '../locale/calendar-day.ts';
import { dayNumber, weekday } from './day-number.ts';
import { easterSunday } from './easter-sunday.ts';

/**
 * `US_MIN` the four days on which states that close on holidays close for certain · `US` the federal holidays, with the
 * weekday on which one that falls on a weekend is kept · `NO`, `SE`, `DE`, `GB` the public holidays of the whole country,
 * for SE with the eves that are kept like them, for GB those of England and Wales with their substitutes.
 */
export type Calendar = 'US_MIN' | 'US' | 'NO' | 'SE' | 'DE' | 'GB';

export const CALENDARS: readonly Calendar[] = ['US_MIN', 'US', 'NO', 'SE', 'DE', 'GB'];

const DAY_MS = 86_400_000;

/** Every calendar's years as they are asked for: the rules of contact ask this of every text. */
const YEARS = new Map<string, ReadonlyMap<number, string>>();

/**
 * The name of the holiday that `day` (`YYYY-MM-DD`) is in a calendar, in the country's own English; undefined on any other
 * day. Throws where there is no such day.
 */
export function isHoliday(calendar: Calendar, day: string): string | undefined {
  return holidaysOf(calendar, Number(day.slice(0, 4))).get(utcMidnight(day) / DAY_MS);
}

/** The holidays of a calendar's year, by days since 1 January 1970: what `isHoliday` looks up. */
export function holidaysOf(calendar: Calendar, year: number): ReadonlyMap<number, string> {
  const key = `${calendar}${year}`;
  const known = YEARS.get(key);
  if (known) return known;
  const made = new Map(MAKERS[calendar](year));
  YEARS.set(key, made);
  return made;
}

type Named = [day: number, name: string];

const MAKERS: Record<Calendar, (year: number) => Named[]> = {
  US_MIN: (year) => [
    [dayNumber(year, 1, 1), "New Year's Day"],
    [dayNumber(year, 7, 4), 'Independence Day'],
    [nth(year, 11, 3, 4), 'Thanksgiving'],
    [dayNumber(year, 12, 25), 'Christmas Day'],
  ],
  // 5 U.S.C. 6103; that of the next year counts where it is kept on this year's last day.
  US: (year) => [
    ...federal(year),
    ...keptElsewhere(federal(year + 1).slice(0, 1)),
    ...keptElsewhere(federal(year)),
  ],
  // Lov om helligdager og helligdagsfred (LOV-1995-02-24-12) and lov om 1 og 17 mai (LOV-1947-04-26-1).
  NO: (year) => [
    [dayNumber(year, 1, 1), "New Year's Day"],
    ...aroundEaster(year, [
      [-3, 'Maundy Thursday'],
      [-2, 'Good Friday'],
      [0, 'Easter Sunday'],
      [1, 'Easter Monday'],
      [39, 'Ascension Day'],
      [49, 'Whit Sunday'],
      [50, 'Whit Monday'],
    ]),
    [dayNumber(year, 5, 1), 'Labour Day'],
    [dayNumber(year, 5, 17), 'Constitution Day'],
    [dayNumber(year, 12, 25), 'Christmas Day'],
    [dayNumber(year, 12, 26), 'Second Day of Christmas'],
  ],
  // Lag (1989:253) om allmänna helgdagar; semesterlagen (1977:480) § 3 a puts the three eves on a level with them.
  SE: (year) => [
    [dayNumber(year, 1, 1), "New Year's Day"],
    [dayNumber(year, 1, 6), 'Epiphany'],
    ...aroundEaster(year, [
      [-2, 'Good Friday'],
      [0, 'Easter Sunday'],
      [1, 'Easter Monday'],
      [39, 'Ascension Day'],
      [49, 'Whit Sunday'],
    ]),
    [dayNumber(year, 5, 1), 'Labour Day'],
    [dayNumber(year, 6, 6), 'National Day'],
    [nth(year, 6, 5, 1, 20) - 1, 'Midsummer Eve'],
    [nth(year, 6, 5, 1, 20), 'Midsummer Day'],
    [nth(year, 10, 5, 1, 31), "All Saints' Day"],
    [dayNumber(year, 12, 24), 'Christmas Eve'],
    [dayNumber(year, 12, 25), 'Christmas Day'],
    [dayNumber(year, 12, 26), 'Second Day of Christmas'],
    [dayNumber(year, 12, 31), "New Year's Eve"],
  ],
  // The days that all sixteen Länder keep; Einigungsvertrag Art. 2 for 3 October.
  DE: (year) => [
    [dayNumber(year, 1, 1), "New Year's Day"],
    ...aroundEaster(year, [
      [-2, 'Good Friday'],
      [0, 'Easter Sunday'],
      [1, 'Easter Monday'],
      [39, 'Ascension Day'],
      [49, 'Whit Sunday'],
      [50, 'Whit Monday'],
    ]),
    [dayNumber(year, 5, 1), 'Labour Day'],
    [dayNumber(year, 10, 3), 'German Unity Day'],
    [dayNumber(year, 12, 25), 'Christmas Day'],
    [dayNumber(year, 12, 26), 'Second Day of Christmas'],
  ],
  // Banking and Financial Dealings Act 1971, schedule 1, and the proclamations for substitutes.
  GB: (year) => [
    ...kept(dayNumber(year, 1, 1), "New Year's Day"),
    ...aroundEaster(year, [
      [-2, 'Good Friday'],
      [1, 'Easter Monday'],
    ]),
    [nth(year, 5, 0, 1), 'Early May Bank Holiday'],
    [nth(year, 5, 0, 1, 25), 'Spring Bank Holiday'],
    [nth(year, 8, 0, 1, 25), 'Summer Bank Holiday'],
    ...christmasInBritain(year),
  ],
};

/** The `n`th given weekday (0 Monday) of what begins on day `from` of a month. */
function nth(year: number, month: number, day: number, n: number, from = 1): number {
  const first = dayNumber(year, month, from);
  return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1);
}

function aroundEaster(year: number, days: readonly Named[]): Named[] {
  const easter = easterSunday(year);
  return days.map(([after, name]) => [easter + after, name]);
}

function federal(year: number): Named[] {
  return [
    [dayNumber(year, 1, 1), "New Year's Day"],
    [nth(year, 1, 0, 3), 'Birthday of Martin Luther King, Jr.'],
    [nth(year, 2, 0, 3), "Washington's Birthday"],
    [nth(year, 5, 0, 1, 25), 'Memorial Day'],
    [dayNumber(year, 6, 19), 'Juneteenth'],
    [dayNumber(year, 7, 4), 'Independence Day'],
    [nth(year, 9, 0, 1), 'Labor Day'],
    [nth(year, 10, 0, 2), 'Columbus Day'],
    [dayNumber(year, 11, 11), 'Veterans Day'],
    [nth(year, 11, 3, 4), 'Thanksgiving'],
    [dayNumber(year, 12, 25), 'Christmas Day'],
  ];
}

/** A federal holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
function keptElsewhere(days: readonly Named[]): Named[] {
  return days.flatMap(([day, name]): Named[] => {
    if (weekday(day) === 5) return [[day - 1, `${name} (observed)`]];
    return weekday(day) === 6 ? [[day + 1, `${name} (observed)`]] : [];
  });
}

/** A bank holiday on a weekend is a holiday still, and so is the Monday after it. */
function kept(day: number, name: string): Named[] {
  const late = weekday(day) === 5 ? 2 : weekday(day) === 6 ? 1 : 0;
  return late === 0
    ? [[day, name]]
    : [
        [day, name],
        [day + late, `${name} (substitute day)`],
      ];
}

/** Two days beside each other: where both fall on a weekend, the Monday and the Tuesday after are free. */
function christmasInBritain(year: number): Named[] {
  const christmas = dayNumber(year, 12, 25);
  const days: Named[] = [
    [christmas, 'Christmas Day'],
    [christmas + 1, 'Boxing Day'],
  ];
  switch (weekday(christmas)) {
    case 4:
      return [...days, [christmas + 3, 'Boxing Day (substitute day)']];
    case 5:
      return [
        ...days,
        [christmas + 2, 'Christmas Day (substitute day)'],
        [christmas + 3, 'Boxing Day (substitute day)'],
      ];
    case 6:
      return [...days, [christmas + 2, 'Christmas Day (substitute day)']];
    default:
      return days;
  }
}
