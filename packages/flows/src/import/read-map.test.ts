import { describe, expect, it } from 'vitest';
import { matchColumns } from './match-columns.ts';
import { readCustomerMap } from './read-customer-map.ts';
import { readInvoiceMap } from './read-invoice-map.ts';

const columns = { number: 'No', account: 'Cust', issuedOn: 'From', dueOn: 'Due', amount: 'Sum' };

function errorsOf(reading: ReturnType<typeof readInvoiceMap> | ReturnType<typeof readCustomerMap>): string[] {
  return reading.kind === 'map' ? [] : reading.errors.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('readInvoiceMap', () => {
  it('takes the shortest map there is', () => {
    expect(readInvoiceMap({ columns })).toMatchObject({
      kind: 'map',
      map: { description: 'Invoice {No}', decimal: '.', delimiter: ',', dateFormat: { text: 'YYYY-MM-DD' } },
    });
  });

  it.each([
    [{}, ['/columns is missing']],
    [null, [' ']],
    [{ columns: { ...columns, amount: undefined } }, ['/columns/amount is missing']],
    [{ columns: { ...columns, 'due/on~': 'x' } }, ['/columns/due~1on~0 is not something']],
    [{ columns, dateFormat: 'M/D/YY' }, ['/dateFormat is not a date format']],
    [{ columns, decimal: ';', currency: 'DEM' }, ['/decimal is not', '/currency expected one of USD']],
    [
      { columns: { ...columns, description: 'Text' }, description: 'Bill {No}' },
      ['/description says a second time'],
    ],
    [{ columns, dateformat: 'M/D/YYYY' }, ['/dateformat is not something']],
  ])('points at every error of %j', (input, expected) => {
    const errors = errorsOf(readInvoiceMap(input));
    expect(errors).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(errors[index]?.startsWith(start)).toBe(true);
  });
});

describe('readCustomerMap', () => {
  it('needs no map, and then only the columns that no customer is without', () => {
    expect(readCustomerMap()).toMatchObject({
      kind: 'map',
      map: {
        columns: { number: 'customerID', region: 'state' },
        required: ['number', 'firstName', 'lastName'],
      },
    });
  });

  it('lets a map change one column and switch one off', () => {
    expect(readCustomerMap({ columns: { phone: 'Mobile', dateOfBirth: null } })).toMatchObject({
      map: {
        columns: { number: 'customerID', phone: 'Mobile', dateOfBirth: null },
        required: ['number', 'firstName', 'lastName', 'phone'],
      },
    });
  });

  it('refuses a country that has no numbers', () => {
    expect(errorsOf(readCustomerMap({ phoneCountry: 'XX' }))).toEqual([
      '/phoneCountry is not a country; expected two capital letters such as US',
    ]);
  });
});

describe('matchColumns', () => {
  it('tells which columns are missing, doubled and ignored', () => {
    const match = matchColumns<'x' | 'y' | 'z' | 'w'>(
      ['a', ' b ', 'b', 'c'],
      1,
      { x: 'a', y: 'b', z: 'd', w: null },
      ['z'],
      ['e'],
    );
    expect(match.at).toEqual([
      ['x', 0],
      ['y', 1],
    ]);
    expect(match.problems.map(({ column, code }) => `${column} ${code}`)).toEqual([
      'b COLUMN_TWICE',
      'd COLUMN_MISSING',
      'e COLUMN_MISSING',
    ]);
    expect(match.ignored).toEqual(['b', 'c']);
  });
});
