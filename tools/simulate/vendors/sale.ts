/** A sale as the processor keeps it. */
export interface Sale {
  id: string;
  paymentId: string;
  minor: number;
  /** From a bank account, rather than from a card. */
  isFromBank: boolean;
  status: 'captured' | 'settled' | 'declined' | 'voided' | 'returned';
  /** Why the bank sent it back. */
  returnCode?: string;
}

/** A notice, as the processor posts it: of what it is about it says how it stood when it was written. */
export interface News {
  about: 'sale' | 'dispute';
  subjectId: string;
  status: string;
}

/** Money that went back of a settled sale. */
export interface GivenBack {
  id: string;
  saleId: string;
  refundId: string;
  minor: number;
}

/** A dispute as the processor shows it. */
export interface Dispute {
  id: string;
  saleId: string;
  minor: number;
  /** In the processor's words. */
  status: 'open' | 'disputed' | 'won' | 'lost';
  wonMinor: number;
}

/** One thing that the processor did with money, in the order in which it did it. */
export type Deed =
  | { did: 'capture'; sale: Sale }
  | { did: 'void'; sale: Sale }
  | { did: 'give back'; sale: Sale; refund: GivenBack }
  /** By a bank: a debit comes back, money is taken for a dispute, and what was won of it is given again. */
  | { did: 'send back'; sale: Sale }
  | { did: 'take' | 'decide'; sale: Sale; dispute: Dispute };

/** Whether a sale took money that it still has, but for what was given back. */
export function isTaken({ status }: Sale): boolean {
  return status === 'captured' || status === 'settled';
}
