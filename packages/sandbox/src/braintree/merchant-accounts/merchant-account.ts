/** One of the accounts that a merchant may charge to, and what its processor can do. */
export interface MerchantAccount {
  id: string;
  /** USD where absent. */
  currency?: string;
  /** The merchants whose account it is, by their ids; the first merchant's where absent. */
  merchants?: string[];
  /** Belongs to a seller on the merchant's marketplace: charges need a service fee and may be held in escrow. */
  isSub?: boolean;
  /** The account that a seller's belongs to. */
  master?: string;
  /** Takes bank accounts that nobody verified. */
  takesUnverifiedBanks?: boolean;
  /** Cards may be charged as debit or as credit (Brazil). */
  hasAccountTypes?: boolean;
  /** Below this amount, in hundredths, the processor refuses. */
  leastCents?: number;
  /** What its processor cannot do; all where absent. */
  lacks?: ('adjustments' | 'partialSettlement' | 'detailChanges' | 'credits')[];
  /** Card brands whose holders somebody else may not have authenticated. */
  lacksThreeDSecureFor?: string[];
  /** Money that only passes through the merchant: whether charges fill wallets, or must say whose money it is. */
  transfers?: 'funding' | 'required';
  /** Whether sellers behind the merchant may be named; true where absent. */
  takesFacilitators?: boolean;
  /** Every charge must name its tax. */
  needsTax?: boolean;
}
