import type { Money } from '@kvitt/domain/money/money';

/** What is paid, bill by bill. */
export interface PaySplit {
  invoiceId: string;
  number: string;
  amount: Money;
  /** Less than what is due on it. */
  isPartial: boolean;
}
