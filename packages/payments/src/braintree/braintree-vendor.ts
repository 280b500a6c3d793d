import type { Currency } from '@kvitt/domain/money/money';
import type { BraintreeGateway } from 'braintree';

/** What the SDK has and its types leave out. */
declare module 'braintree' {
  interface TransactionGateway {
    /** An object is passed on as it is. */
    refund(
      transactionId: string,
      request: { amount: string; orderId: string; apiRequestKey?: string },
    ): Promise<VendorResult>;
  }
  interface DisputeGateway {
    search(
      ask: (search: { receivedDate(): { between(from: string, to: string): void } }) => void,
    ): NodeJS.ReadableStream;
  }
  interface BraintreeGateway {
    documentUpload: {
      create(request: {
        kind: 'evidence_document';
        file: NodeJS.ReadableStream;
      }): Promise<VendorDisputeResult & { documentUpload?: { id: string } }>;
    };
  }
  interface SettlementBatchSummaryGateway {
    /** The types speak of the summary itself; it comes in an answer like any other. */
    generate(request: { settlementDate: string }): Promise<VendorSummary>;
  }
  interface WebhookNotificationGateway {
    /** Answers at once, with our public key and a signature. */
    verify(challenge: string): string;
  }
}

/** What every act of this adapter is given. */
export interface BraintreeVendor {
  gateway: BraintreeGateway;
  timeoutMs: number;
  useRequestKeys: boolean;
  /** The currency of the account that takes a sale which names no merchant account. */
  defaultCurrency: Currency;
  merchantAccounts: Readonly<Partial<Record<Currency, string>>>;
}

/** The fields of the vendor's transaction that are read here. Nothing in it is trusted to be there. */
export interface VendorTransaction {
  id?: string | undefined;
  type?: string | undefined;
  status?: string | undefined;
  amount?: string | undefined;
  currencyIsoCode?: string | undefined;
  orderId?: string | null | undefined;
  processorResponseCode?: string | undefined;
  processorResponseType?: string | undefined;
  processorResponseText?: string | undefined;
  processorSettlementResponseCode?: string | undefined;
  processorSettlementResponseText?: string | undefined;
  gatewayRejectionReason?: string | undefined;
  refundedTransactionId?: string | null | undefined;
  settlementBatchId?: string | null | undefined;
  merchantAccountId?: string | undefined;
  statusHistory?: readonly { status?: string; timestamp?: string | Date }[] | undefined;
  paymentInstrumentType?: string | undefined;
  createdAt?: string | Date | undefined;
  creditCard?: VendorCard | undefined;
  usBankAccount?: VendorMethod | undefined;
  paypalAccount?: (VendorMethod & { payerEmail?: string | undefined }) | undefined;
  venmoAccount?: VendorMethod | undefined;
  applePayCard?: VendorCard | undefined;
  androidPayCard?: VendorCard | undefined;
  /** Of a payment from a bank account: why it came back, in the network's words. */
  achReturnCode?: string | null | undefined;
  achReturnResponses?: readonly { reasonCode?: string }[] | undefined;
  customer?: { id?: string | null | undefined } | undefined;
}

export interface VendorCard {
  token?: string | null | undefined;
  customerId?: string | null | undefined;
  cardType?: string | undefined;
  last4?: string | undefined;
  expirationMonth?: string | undefined;
  expirationYear?: string | undefined;
  /** Yes, No or Unknown. */
  debit?: string | undefined;
  prepaid?: string | undefined;
  /** Apple's and Google's own words for the card behind. */
  paymentInstrumentName?: string | undefined;
  sourceCardLast4?: string | undefined;
}

/** A stored way to pay of any kind; which, only its fields tell. */
export interface VendorMethod extends VendorCard {
  routingNumber?: string | undefined;
  bankName?: string | undefined;
  verified?: boolean | undefined;
  email?: string | undefined;
  username?: string | undefined;
  venmoUserId?: string | undefined;
}

/** The SDK's answer to whatever creates or moves something. */
export interface VendorResult {
  success: boolean;
  message?: string | undefined;
  transaction?: VendorTransaction | undefined;
  errors?: { deepErrors(): { code: string; message?: string }[] } | undefined;
}

/** The vendor's totals of a day that are read here: by kind, brand and merchant account. */
export interface VendorSummary {
  success?: boolean;
  settlementBatchSummary?: {
    records?: readonly {
      kind?: string;
      merchantAccountId?: string;
      count?: string;
      amountSettled?: string;
    }[];
  };
}

/** The fields of the vendor's dispute that are read here. */
export interface VendorDispute {
  id?: string;
  amount?: string;
  amountDisputed?: string;
  amountWon?: string;
  currencyIsoCode?: string;
  kind?: string;
  reason?: string;
  status?: string;
  replyByDate?: string;
  transaction?: { id?: string };
  /** A list; the SDK's types call it one. */
  evidence?: unknown;
}

/** The SDK's answer to whatever changes a dispute. */
export interface VendorDisputeResult {
  success: boolean;
  message?: string | undefined;
  errors?: { deepErrors(): { code: string; message?: string }[] } | undefined;
}
