import { money } from '@kvitt/domain/money/money';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import { describe, expect, it } from 'vitest';
import { readSaleOf } from './read-sale-of.ts';

const PAYMENT = { amountMinor: 8420, currency: 'USD' } as const;
const APPROVED: Outcome = { kind: 'approved', vendorId: 'sale1', minor: 8420 };

function saleOf(outcome: Outcome, amount = money(8420, 'USD')) {
  return { vendorId: 'sale1', paymentId: 'p', amount, status: 'captured' as const, outcome };
}

describe('a sale that was found', () => {
  it('is the payment’s outcome where it is of its amount', () => {
    expect(readSaleOf(PAYMENT, saleOf(APPROVED))).toEqual(APPROVED);
    const refused: Outcome = { kind: 'declined', decline: 'card-refused', vendorId: 'sale1' };
    expect(readSaleOf(PAYMENT, saleOf(refused))).toEqual(refused);
  });

  it.each([
    ['amount', money(842, 'USD')],
    ['currency', money(8420, 'EUR')],
  ])('pays nothing where it is of another %s', (_what, amount) => {
    expect(readSaleOf(PAYMENT, saleOf(APPROVED, amount)).kind).toBe('unknown');
  });

  it('refuses nothing where it only repeats another one', () => {
    const repeated: Outcome = { kind: 'declined', decline: 'duplicate', vendorId: 'sale1' };
    expect(readSaleOf(PAYMENT, saleOf(repeated)).kind).toBe('unknown');
  });
});
