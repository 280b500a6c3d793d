import { describe, expect, it } from 'vitest';
import { readNewBill } from './read-new-bill.ts';

const pointers = (input: unknown) => {
  const reading = readNewBill(input, 'USD');
  return reading.kind === 'refused' ? reading.problems.map(({ pointer }) => pointer) : [];
};

describe('readNewBill', () => {
  it('adds the lines up where no total is said', () => {
    const lines = [{ description: 'Energy', quantity: '412', price: '0.1234', taxRate: '8.875' }];
    expect(readNewBill({ number: '7', lines }, 'USD')).toMatchObject({
      kind: 'read',
      bill: {
        totalMinor: 5_535,
        lines: [{ quantityMilli: 412_000, unitMilli: 12_340, taxRateMilli: 8_875 }],
      },
    });
  });

  it.each([
    [{ number: '7' }, ['/total']],
    [{ number: '', total: '5.00' }, ['/number']],
    [{ number: '7', total: 'five' }, ['/total']],
    [{ number: '7', total: '5.01', lines: [{ description: 'x', price: '5' }] }, ['/total']],
    [
      { number: '7', lines: [{ description: 'x', price: 'dear', quantity: '0' }] },
      ['/lines/0/quantity', '/lines/0/price'],
    ],
    [{ number: '7', total: '5.00', dueOn: '2026-13-01' }, ['/dueOn']],
    [{ number: '7', lines: [{ description: 'x', price: '-5' }] }, ['/total']],
  ])('says of %j where it is wrong', (input, expected) => {
    expect(pointers(input)).toEqual(expected);
  });
});
