import { expect, it } from 'vitest';
import { sumPerCurrency } from './sum-per-currency.ts';

it('adds up each currency by itself, and none with another', () => {
  const bills = [
    { dueMinor: 5_000, currency: 'SEK' },
    { dueMinor: 8_420, currency: 'USD' },
    { dueMinor: 1_000, currency: 'USD' },
  ];
  expect(sumPerCurrency(bills, 'EUR')).toEqual([
    { currency: 'USD', minor: 9_420 },
    { currency: 'SEK', minor: 5_000 },
  ]);
  expect(sumPerCurrency([], 'EUR')).toEqual([{ currency: 'EUR', minor: 0 }]);
});
