import type { Currency } from '@kvitt/domain/money/money';

export interface BraintreeSettings {
  /** A host of our own is spoken to over plain HTTP: it is for a sandbox on the same machine. */
  environment: 'sandbox' | 'production' | { host: string; port: number };
  merchantId: string;
  publicKey: string;
  privateKey: string;
  /** How long to wait for an answer; 60 s where absent, the vendor's own limit for a sale. */
  timeoutMs?: number;
  /** Whether the account has request keys. Then a sale that is sent twice by mistake is made once. */
  useRequestKeys: boolean;
  /** The currency of the account's default merchant account; USD where absent. */
  defaultCurrency?: Currency;
  /** A merchant account for every other currency: the vendor takes the currency from there and not from the sale. */
  merchantAccounts?: Partial<Record<Currency, string>>;
}
