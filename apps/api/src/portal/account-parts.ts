import type { Money } from '@kvitt/domain/money/money';
import type { MethodKind } from '@kvitt/domain/payment/payment-method';

/** A bill in a list. */
export interface BillLine {
  invoiceId: string;
  number: string;
  description: string;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  daysUntilDue: number;
  amountDue: Money;
  total: Money;
}

export interface SavedCard {
  methodId: string;
  brand: string;
  last4: string;
  kind: MethodKind;
  /** What its owner calls it. */
  nickname?: string;
  /** "09/2028"; absent where it does not expire. */
  expires?: string;
  isDefault: boolean;
}
