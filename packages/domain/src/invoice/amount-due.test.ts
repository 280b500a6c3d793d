import { describe, expect, it } from 'vitest';
import { amountDue } from './amount-due.ts';

describe('amountDue', () => {
  it.each([
    [8420, 8420],
    [1, 1],
    [0, 0],
    [-500, 0],
  ])('of a receivable of %s cents is %s', (receivable, minor) => {
    expect(amountDue({ currency: 'SEK' }, receivable)).toEqual({ minor, currency: 'SEK' });
  });
});
