import type { Invoice } from '../invoice/invoice.ts';
import { type Money, money } from '../money/money.ts';
import type { Payment } from '../payment/payment.ts';
import { paymentReference } from '../payment/payment-reference.ts';

/** What a receipt says, in a text or on a page. */
export interface Receipt {
  paymentId: string;
  reference: string;
  amount: Money;
  /** What of it was added for paying by card. */
  fee?: Money;
  paidAt: Date;
  /** The first bill that it pays, or the only one. */
  invoiceNumber: string;
  /** Still due on the bills that it pays. */
  remaining: Money;
  /** What went to which bill; one line for most payments. */
  split: readonly ReceiptLine[];
}

export interface ReceiptLine {
  invoiceNumber: string;
  amount: Money;
  /** Still due on this bill. */
  remaining: Money;
}

/** What a payment put towards one bill, with what is due there by now: minor units of the payment's currency. */
export interface ReceiptPart extends Pick<Invoice, 'number'> {
  amountMinor: number;
  remainingMinor: number;
}

/** @param parts one for each bill that the payment covers, in the order of the split */
export function writeReceipt(
  payment: Pick<Payment, 'id' | 'amountMinor' | 'feeMinor' | 'currency'>,
  paidAt: Date,
  parts: readonly ReceiptPart[],
): Receipt {
  const { currency, feeMinor = 0 } = payment;
  const split = parts.map(({ number, amountMinor, remainingMinor }) => ({
    invoiceNumber: number,
    amount: money(amountMinor, currency),
    remaining: money(Math.max(0, remainingMinor), currency),
  }));
  return {
    paymentId: payment.id,
    reference: paymentReference(payment.id),
    amount: money(payment.amountMinor, currency),
    ...(feeMinor > 0 && { fee: money(feeMinor, currency) }),
    paidAt,
    invoiceNumber: split[0]?.invoiceNumber ?? '',
    remaining: money(
      split.reduce((sum, { remaining }) => sum + remaining.minor, 0),
      currency,
    ),
    split,
  };
}
