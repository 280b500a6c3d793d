import { describe, expect, it } from 'vitest';
import { paymentReference } from '../payment/payment-reference.ts';
import { writeReceipt } from './receipt.ts';

const PAYMENT = { id: '01a1f978-b968-7c1b-8c96-2fdfb1a336ec', amountMinor: 8420, currency: 'USD' as const };
const PAID_AT = new Date('2026-11-20T15:00:00Z');
const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('writeReceipt', () => {
  it('says what was paid, when, for which bill, and what is left', () => {
    expect(
      writeReceipt(PAYMENT, PAID_AT, [{ number: 'C-1', amountMinor: 8420, remainingMinor: 1580 }]),
    ).toEqual({
      paymentId: PAYMENT.id,
      reference: paymentReference(PAYMENT.id),
      amount: usd(8420),
      paidAt: PAID_AT,
      invoiceNumber: 'C-1',
      remaining: usd(1580),
      split: [{ invoiceNumber: 'C-1', amount: usd(8420), remaining: usd(1580) }],
    });
  });

  it('says what went to which bill, and what is left on all of them', () => {
    const receipt = writeReceipt(PAYMENT, PAID_AT, [
      { number: 'C-1', amountMinor: 5000, remainingMinor: 0 },
      { number: 'C-2', amountMinor: 3420, remainingMinor: 580 },
    ]);
    expect(receipt.split.map(({ invoiceNumber, amount }) => `${invoiceNumber} ${amount.minor}`)).toEqual([
      'C-1 5000',
      'C-2 3420',
    ]);
    expect(receipt.remaining).toEqual(usd(580));
  });

  it('never says that less than nothing is left', () => {
    const receipt = writeReceipt(PAYMENT, PAID_AT, [
      { number: 'C-1', amountMinor: 8420, remainingMinor: -5 },
    ]);
    expect(receipt.remaining.minor).toBe(0);
  });
});
