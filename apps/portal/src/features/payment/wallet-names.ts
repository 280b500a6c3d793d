import type { WalletKind } from '@kvitt/domain/payment/payment-method';

/** Names of companies' own: the same in every language. */
export const WALLET_NAMES: Readonly<Record<WalletKind, string>> = {
  'apple-pay': 'Apple Pay',
  'google-pay': 'Google Pay',
  paypal: 'PayPal',
  venmo: 'Venmo',
};
