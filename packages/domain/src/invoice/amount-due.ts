import { type Money, money } from '../money/money.ts';
import type { Invoice } from './invoice.ts';

/**
 * What is payable on a bill: the balance of its receivable in the ledger, and never less than nothing; what was paid
 * beyond it is a credit of the customer's, not a negative bill.
 * @param receivableMinor the sum of the bill's receivable postings, in minor units of the bill's currency
 */
export function amountDue(invoice: Pick<Invoice, 'currency'>, receivableMinor: number): Money {
  return money(Math.max(0, receivableMinor), invoice.currency);
}
