import type { Currency } from '../money/money.ts';
import type { Funding, MethodKind } from '../payment/payment-method.ts';

/**
 * Whether a charge is a transfer from a consumer's account, which varying amounts have to be announced for ten days before: a
 * bank account's is, and in the United States a debit card's too (12 CFR 1005.2, 1005.10(d)).
 */
export function isFromAccount(of: {
  kind: MethodKind;
  funding?: Funding | null | undefined;
  currency: Currency;
}): boolean {
  return of.kind === 'bank' || (of.funding === 'debit' && of.currency === 'USD');
}
