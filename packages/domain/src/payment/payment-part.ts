/** What a payment puts towards one bill; the parts of a payment add up to its amount. */
export interface PaymentPart {
  invoiceId: string;
  /** Above nothing, in minor units of the payment's currency. */
  amountMinor: number;
}

/** A part as the customer agreed to it. */
export interface AgreedPart extends PaymentPart {
  /** Whether it was agreed to as less than what is due; otherwise it is the whole of what is due, and nothing else. */
  isPartial: boolean;
}
