import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WrittenDay } from './intent.ts';
import { readIntent } from './read-intent.ts';

const FRIDAY: WrittenDay = { by: 'weekday', weekday: 4 };
const TWELVE_FOUR: WrittenDay = { by: 'pair', first: 12, second: 4 };
const DEC_4: WrittenDay = { by: 'month', month: 12, day: 4 };
const THE_15TH: WrittenDay = { by: 'day-of-month', day: 15 };
const TOMORROW: WrittenDay = { by: 'days-ahead', days: 1 };
const MONTH_END: WrittenDay = { by: 'month-end' };

describe('a promise', () => {
  it.each<[string, WrittenDay | undefined, number | undefined]>([
    ['PROMISE FRI', FRIDAY, undefined],
    ['PROMISE FRI 50', FRIDAY, 5000],
    ['PROMISE 50 FRIDAY', FRIDAY, 5000],
    ['promise friday $50.00', FRIDAY, 5000],
    ['Promise: fri, 1,284.20', FRIDAY, 128_420],
    ['I promise to pay 50 on Friday', FRIDAY, 5000],
    ['PROMISE 12/4 50', TWELVE_FOUR, 5000],
    ['PROMISE 12-4', TWELVE_FOUR, undefined],
    ['PROMISE 50 12/4', TWELVE_FOUR, 5000],
    ['PROMISE 12/4/2026 50', { ...TWELVE_FOUR, year: 2026 }, 5000],
    ['PROMISE 12/4/26', { ...TWELVE_FOUR, year: 2026 }, undefined],
    ['PROMISE 2026-12-04 50', { ...DEC_4, year: 2026 }, 5000],
    ['promise dec 4 50', DEC_4, 5000],
    ['promise December 4th', DEC_4, undefined],
    ['promise 4 December 50', DEC_4, 5000],
    ['promise the 15th', THE_15TH, undefined],
    ['promise the 15th 50', THE_15TH, 5000],
    ['promise 15th', THE_15TH, undefined],
    ['promise tomorrow 50', TOMORROW, 5000],
    ['promise in 3 days', { by: 'days-ahead', days: 3 }, undefined],
    ['promise in a week 50', { by: 'days-ahead', days: 7 }, 5000],
    ['promise end of the month', MONTH_END, undefined],
    ['PROMESA VIERNES 50', FRIDAY, 5000],
    ['prometo pagar 50 el viernes', FRIDAY, 5000],
    ['prometo mañana', TOMORROW, undefined],
    ['prometo el 15', THE_15TH, undefined],
    ['promesa 4 de diciembre 50', DEC_4, 5000],
    ['prometo a fin de mes', MONTH_END, undefined],
    ['VERSPRECHEN FREITAG 50', FRIDAY, 5000],
    ['Zusage 4.12. 50 €', DEC_4, 5000],
    ['Ich verspreche am 15.', THE_15TH, undefined],
    ['Zusage 4. Dezember 50,00', DEC_4, 5000],
    ['Zusage morgen', TOMORROW, undefined],
    ['Zusage Ende des Monats', MONTH_END, undefined],
    ['LOVA FREDAG 50', FRIDAY, 5000],
    ['Jag lovar att betala 50 kr på fredag', FRIDAY, 5000],
    ['lova den 15e', THE_15TH, undefined],
    ['lova 4/12 50', { by: 'pair', first: 4, second: 12 }, 5000],
    ['löfte imorgon', TOMORROW, undefined],
    ['lova i slutet av månaden', MONTH_END, undefined],
    ['LØFTE FREDAG 50', FRIDAY, 5000],
    ['Jeg lover å betale 50 kr på fredag', FRIDAY, 5000],
    ['løfte 15. desember', { by: 'month', month: 12, day: 15 }, undefined],
    ['løfte lørdag', { by: 'weekday', weekday: 5 }, undefined],
    ['løfte i morgen', TOMORROW, undefined],
    ['PROMISE 4.12 50', { by: 'pair', first: 4, second: 12 }, 5000],
  ])('%s', (text, day, minor) => {
    const intent = readIntent(text);
    expect(intent.kind).toBe('promise');
    expect(intent.kind === 'promise' && intent.day).toEqual(day);
    expect(intent.kind === 'promise' && intent.amount?.minor).toBe(minor);
  });

  it.each([
    'PROMISE',
    'I promise',
    'PROMISE 50',
    'PROMISE 12 50',
    'PROMISE FRI SAT',
    'PROMISE FRI?',
    'promise on payday',
  ])('is asked about where it names no day, or could name two: %s', (text) => {
    const intent = readIntent(text);
    expect(intent.kind).toBe('promise');
    expect(intent).not.toHaveProperty('day');
  });

  it.each([
    'I promise you will get it on Friday',
    'promise me friday',
    'promises promises',
    'you promised me 50',
    'I promised to pay friday but cannot',
    'I will pay friday',
    'pay friday',
    'te prometo que el viernes te pago algo',
    'ich verspreche dir dass ich am Freitag zahle wenn ich kann',
    'jag lovar dig att jag betalar på fredag om jag kan',
  ])('is none where anything else is said: %s', (text) => {
    expect(readIntent(text).kind).toBe('free-text');
  });

  it('is read the same whichever of day and amount comes first', () => {
    const word = fc.constantFrom('PROMISE', 'promesa', 'Zusage', 'lova', 'løfte');
    const day = fc.constantFrom(
      'fri',
      'viernes',
      'Freitag',
      'på fredag',
      'tomorrow',
      '12/4',
      'the 15th',
      'dec 4',
    );
    fc.assert(
      fc.property(word, day, fc.integer({ min: 1, max: 999_999 }), (promise, when, minor) => {
        const amount = (minor / 100).toFixed(2);
        const intent = readIntent(`${promise} ${when} ${amount}`);
        expect(intent).toMatchObject({ kind: 'promise', amount: { minor } });
        expect(intent).toHaveProperty('day');
        expect(readIntent(`${promise} ${amount} ${when}`)).toEqual(intent);
      }),
    );
  });
});
