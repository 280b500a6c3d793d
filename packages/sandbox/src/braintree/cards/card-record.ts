export interface Card {
  number: string;
  cardType: string;
  expirationMonth: string;
  expirationYear: string;
  cardholderName: string | null;
  /** Only in a nonce or a request, never in the vault: what the security code would be answered with. */
  cvv?: string;
  /** Set by a test nonce that stands for something other than what its number says. */
  indicators?: Record<string, string>;
}
