/** What money is taken from. The wallets of phones carry a card; PayPal and Venmo carry whatever their owner chose there. */
export type MethodKind = 'card' | 'bank' | 'paypal' | 'venmo' | 'apple-pay' | 'google-pay';

/** The ones that a browser has windows of their own for. */
export type WalletKind = Exclude<MethodKind, 'card' | 'bank'>;

export const WALLET_KINDS: readonly WalletKind[] = ['apple-pay', 'google-pay', 'paypal', 'venmo'];

/** Whose money a card moves: the bank's, its holder's, or what was paid in before. */
export type Funding = 'credit' | 'debit' | 'prepaid';
