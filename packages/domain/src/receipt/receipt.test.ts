import { describe, expect, it } from 'vitest';
import { paymentReference } from '../payment/payment-reference.ts';
import { writeReceipt } from './receipt.ts';

const PAYMENT = { id: '01a1f978-b968-7c1b-8c96-2fdfb1a336ec', amountMinor: 8420, currency: 'USD' as const };
const PAID_AT = new Date('2026-11-20T15:00:00Z');

describe('writeReceipt', () => {
  it('says what was paid, when, for which bill, and what is left', () => {
    expect(writeReceipt(PAYMENT, PAID_AT, { number: 'C-1' }, 1580)).toEqual({
      paymentId: PAYMENT.id,
      reference: paymentReference(PAYMENT.id),
      amount: { minor: 8420, currency: 'USD' },
      paidAt: PAID_AT,
      invoiceNumber: 'C-1',
      remaining: { minor: 1580, currency: 'USD' },
    });
  });

  it('never says that less than nothing is left', () => {
    expect(writeReceipt(PAYMENT, PAID_AT, { number: 'C-1' }, -5).remaining.minor).toBe(0);
  });
});
