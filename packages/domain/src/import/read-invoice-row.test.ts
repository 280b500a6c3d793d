import { describe, expect, it } from 'vitest';
import { compileDateFormat } from './read-date.ts';
import { type InvoiceRules, readInvoiceRow } from './read-invoice-row.ts';

const dateFormat = compileDateFormat('M/D/YYYY');
if (!dateFormat) throw new Error('no format');
const rules: InvoiceRules = { dateFormat, decimal: '.', currency: 'USD', today: '2026-11-21' };
const good = {
  number: '0000611365',
  account: '0379-NEVHP',
  issuedOn: '1/2/2013',
  dueOn: '2/1/2013',
  amount: '55.94',
  description: 'Invoice 0000611365',
};

describe('readInvoiceRow', () => {
  it('keeps the zeros of a number and takes the currency of the map', () => {
    expect(readInvoiceRow(good, rules)).toEqual({
      problems: [],
      row: {
        number: '0000611365',
        account: '0379-NEVHP',
        issuedOn: '2013-01-02',
        dueOn: '2013-02-01',
        totalMinor: 5594,
        currency: 'USD',
        description: 'Invoice 0000611365',
        settledOn: undefined,
      },
    });
  });

  it('reads the amount in the currency of its own row', () => {
    const { row } = readInvoiceRow({ ...good, currency: 'eur', amount: '€5.00' }, rules);
    expect([row.currency, row.totalMinor]).toEqual(['EUR', 500]);
  });

  it.each([
    [{ dueOn: '1/1/2013' }, 'dueOn DUE_BEFORE_ISSUED 2013-01-02'],
    [{ settledOn: '11/22/2026' }, 'settledOn SETTLED_IN_FUTURE 2026-11-21'],
    [{ currency: 'DEM' }, 'currency CURRENCY_UNKNOWN USD, EUR, GBP, SEK, NOK, DKK'],
    [{ amount: '' }, 'amount EMPTY '],
    [{ description: '' }, 'description EMPTY '],
  ])('refuses %o', (change, problem) => {
    const { problems } = readInvoiceRow({ ...good, ...change }, rules);
    expect(problems.map(({ field, code, expected }) => `${field} ${code} ${expected}`)).toEqual([problem]);
  });

  it('takes a bill that is due on the day it is issued', () => {
    expect(readInvoiceRow({ ...good, dueOn: '1/2/2013' }, rules).problems).toEqual([]);
  });

  const lined = {
    ...good,
    lineText: 'Energy',
    lineQuantity: '412',
    linePrice: '0.1234',
    lineTaxRate: '8.875 %',
  };

  it('reads a line with a price below a cent and a rate with three decimals', () => {
    const { row, problems } = readInvoiceRow(lined, { ...rules, hasLines: true });
    expect(problems).toEqual([]);
    expect(row.line).toEqual({
      description: 'Energy',
      quantityMilli: 412_000,
      unitMilli: 12_340,
      taxRateMilli: 8_875,
    });
  });

  it.each([
    [{ lineText: '' }, 'lineText EMPTY '],
    [{ linePrice: 'dear' }, 'linePrice NOT_AN_AMOUNT 0.1234'],
    [{ linePrice: '0.1234567' }, 'linePrice TOO_MANY_DIGITS 5'],
    [{ lineQuantity: '-2' }, 'lineQuantity NOT_A_NUMBER 1.5'],
    [{ lineQuantity: '0' }, 'lineQuantity NOT_POSITIVE '],
    [{ lineTaxRate: '101' }, 'lineTaxRate NUMBER_TOO_LARGE 100'],
  ])('refuses the line %o', (change, problem) => {
    const { problems } = readInvoiceRow({ ...lined, ...change }, { ...rules, hasLines: true });
    expect(problems.map(({ field, code, expected }) => `${field} ${code} ${expected}`)).toEqual([problem]);
  });

  it('takes a line that takes something off, one of it and untaxed where nothing else is said', () => {
    const cells = { ...good, lineText: 'Loyal customer', linePrice: '(5.00)' };
    expect(readInvoiceRow(cells, { ...rules, hasLines: true }).row.line).toEqual({
      description: 'Loyal customer',
      quantityMilli: 1_000,
      unitMilli: -500_000,
      taxRateMilli: 0,
    });
  });
});
