import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDateFormat, type DateFormat, readDate } from './read-date.ts';

function format(text: string): DateFormat {
  const compiled = compileDateFormat(text);
  if (!compiled) throw new Error(`${text} is no format`);
  return compiled;
}

describe('readDate', () => {
  it.each([
    ['M/D/YYYY', '4/6/2013', '2013-04-06'],
    ['M/D/YYYY', '04/06/2013', '2013-04-06'],
    ['D/M/YYYY', '4/6/2013', '2013-06-04'],
    ['D.M.YYYY', '31.12.2026', '2026-12-31'],
    ['YYYY-MM-DD', '2026-01-09', '2026-01-09'],
    ['YYYYMMDD', '20260109', '2026-01-09'],
    ['D M YYYY', '9 1 2026', '2026-01-09'],
    ['M/D/YYYY', '2/29/2024', '2024-02-29'],
    ['M/D/YYYY', '2/29/2000', '2000-02-29'],
  ])('reads %s from %s', (text, cell, value) => {
    expect(readDate(cell, format(text))).toEqual({ kind: 'read', value });
  });

  it.each([
    ['M/D/YYYY', '2/30/2013', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '2/29/2023', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '2/29/1900', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '13/1/2013', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '0/1/2013', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '1/0/2013', 'NO_SUCH_DAY'],
    ['M/D/YYYY', '1/2/13', 'NOT_A_DATE'],
    ['M/D/YYYY', '2013-01-02', 'NOT_A_DATE'],
    ['M/D/YYYY', '1/2/2013 00:00', 'NOT_A_DATE'],
    ['YYYY-MM-DD', '2026-1-9', 'NOT_A_DATE'],
    ['YYYY-MM-DD', '41275', 'NOT_A_DATE'],
    ['M/D/YYYY', '1/2/0213', 'DATE_OUT_OF_RANGE'],
    ['M/D/YYYY', '1/2/2213', 'DATE_OUT_OF_RANGE'],
  ])('in %s refuses %s as %s', (text, cell, code) => {
    expect(readDate(cell, format(text))).toMatchObject({ kind: 'misread', code });
  });

  it('takes exactly the days that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const isDay = new Date(Date.UTC(year, month - 1, day))
            .toISOString()
            .startsWith([year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
          expect(readDate(`${month}/${day}/${year}`, format('M/D/YYYY')).kind === 'read').toBe(isDay);
        },
      ),
    );
  });
});

describe('compileDateFormat', () => {
  it.each(['M/D/YY', 'M/D', 'YYYY', 'M/M/YYYY', 'MDYYYY', 'YYYY-MM-DD HH:mm', 'DD MMM YYYY', '', 'm/d/yyyy'])(
    'refuses %s, which would leave a date open to guessing',
    (text) => {
      expect(compileDateFormat(text)).toBeUndefined();
    },
  );
});
