import type { Payment } from '@kvitt/db/payment/payment.entity';
import { isSame, money } from '@kvitt/domain/money/money';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import type { Sale } from '@kvitt/payments/payments-port';

/**
 * What a sale that was found at the processor says about the payment that it belongs to: its outcome, but for two that
 * prove nothing. A sale of another amount or currency is for a person to look at, and posts nothing. A duplicate means
 * that the processor has seen our sale before: the refusal may be in its lists already, and what it repeats not yet.
 */
export function readSaleOf(payment: Pick<Payment, 'amountMinor' | 'currency'>, sale: Sale): Outcome {
  const { outcome, amount } = sale;
  if (outcome.kind === 'approved' && !isSame(amount, money(payment.amountMinor, payment.currency))) {
    return { kind: 'unknown', reason: 'the sale is of another amount' };
  }
  if (outcome.kind === 'declined' && outcome.decline === 'duplicate') {
    return { kind: 'unknown', reason: 'the sale repeats one that is not shown' };
  }
  return outcome;
}
