import { money } from '@kvitt/domain/money/money';
import { describe, expect, it } from 'vitest';
import { formatFor } from './format.ts';

const chicago = formatFor('en', 'America/Chicago', '2026-11-21');
const madrid = formatFor('es', 'Europe/Madrid', '2026-11-21');
const hispanicChicago = formatFor('es', 'America/Chicago', '2026-11-21');

describe('formatFor', () => {
  it('writes money as the reader does, to the cent', () => {
    expect(chicago.money(money(8420, 'USD'))).toBe('$84.20');
    expect(hispanicChicago.money(money(128400050, 'USD'))).toBe('$1,284,000.50');
    expect(madrid.money(money(8420, 'EUR'))).toBe('84,20\u00a0€');
    expect(chicago.money(money(-500, 'USD'))).toBe('−$5.00');
  });

  it('says a day with its weekday, and the year where it is another one', () => {
    expect(chicago.day('2026-11-27')).toBe('Friday, November 27');
    expect(chicago.day('2027-01-04')).toBe('Monday, January 4, 2027');
    expect(hispanicChicago.day('2026-11-27')).toBe('viernes, 27 de noviembre');
    expect(formatFor('en', 'Europe/Oslo', '2026-11-21').day('2026-11-27')).toBe('Friday 27 November');
  });

  it.each([
    [6, 'in 6 days', 'dentro de 6 días'],
    [1, 'tomorrow', 'mañana'],
    [0, 'today', 'hoy'],
    [-1, 'yesterday', 'ayer'],
    [-12, '12 days ago', 'hace 12 días'],
  ])('counts %d days in words', (days, english, spanish) => {
    expect(chicago.daysFromToday(days)).toBe(english);
    expect(hispanicChicago.daysFromToday(days)).toBe(spanish);
  });

  it("says a moment on the reader's own day, not the server's", () => {
    expect(chicago.moment('2026-11-22T03:05:00Z')).toBe('Nov 21, 2026, 9:05 PM');
    expect(madrid.moment('2026-11-21T23:30:00Z')).toBe('22 nov 2026, 0:30');
  });

  it('leaves no narrow space that another version of the locale data would not write', () => {
    expect(chicago.moment('2026-11-22T03:05:00Z')).not.toContain('\u202f');
  });
});
