import type { Invoice } from '../invoice/invoice.ts';
import { type Money, money } from '../money/money.ts';
import type { Payment } from '../payment/payment.ts';
import { paymentReference } from '../payment/payment-reference.ts';

/** What a receipt says, in a text or on a page. */
export interface Receipt {
  paymentId: string;
  reference: string;
  amount: Money;
  paidAt: Date;
  invoiceNumber: string;
  /** Still due on this bill. */
  remaining: Money;
}

export function writeReceipt(
  payment: Pick<Payment, 'id' | 'amountMinor' | 'currency'>,
  paidAt: Date,
  invoice: Pick<Invoice, 'number'>,
  remainingMinor: number,
): Receipt {
  return {
    paymentId: payment.id,
    reference: paymentReference(payment.id),
    amount: money(payment.amountMinor, payment.currency),
    paidAt,
    invoiceNumber: invoice.number,
    remaining: money(Math.max(0, remainingMinor), payment.currency),
  };
}
