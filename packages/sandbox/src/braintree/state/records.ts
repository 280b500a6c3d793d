import type { Card } from '../cards/card-record.ts';
import type { Dispute, DocumentUpload } from '../disputes/dispute-record.ts';
import type { AccessToken, Grant } from '../oauth/oauth-record.ts';
import type { Modification, Plan, Subscription } from '../subscriptions/subscription-record.ts';
import type { CardUpdate } from '../updater/card-update.ts';
import type { BankVerification, Verification } from '../verifications/verification-record.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** All times are milliseconds since the epoch on the sandbox's clock; amounts are decimal strings. */

export interface Address {
  id: string;
  customerId: string;
  createdAt: number;
  updatedAt: number;
  fields: AddressFields;
}

/** Name, company, street …, as given, with the country in all four notations. */
export type AddressFields = Record<string, string | null>;

export interface Customer {
  id: string;
  createdAt: number;
  updatedAt: number;
  /** firstName, lastName, company, email, phone, fax, website. */
  fields: Record<string, string | null>;
  internationalPhone: { countryCode: string | null; nationalNumber: string | null } | null;
  customFields: Record<string, string>;
  defaultToken: string | null;
}

export type InstrumentKind =
  | 'credit_card'
  | 'us_bank_account'
  | 'paypal_account'
  | 'apple_pay_card'
  | 'android_pay_card'
  | 'venmo_account'
  | 'visa_checkout_card'
  | 'samsung_pay_card'
  | 'sepa_debit_account'
  | 'local_payment'
  | 'paypal_here'
  | 'amex_express_checkout_card'
  | 'masterpass_card'
  | 'meta_checkout_card'
  | 'meta_checkout_token';

/** What is charged: a card, or another instrument with the fields the vendor shows of it. */
export interface Instrument {
  kind: InstrumentKind;
  /** The card; also behind the wallets that pass one on. */
  card?: Card;
  /** What other instruments show of themselves, ready for the answer. */
  details?: XmlObject;
  billingAddress?: AddressFields;
  /** A bank account's number, which the vendor never shows in full. */
  accountNumber?: string;
  /** A bank account whose owner has logged in with the bank. */
  isProven?: boolean;
  /** The token under which the browser asked for it to be vaulted. */
  wantedToken?: string;
  /** A stored card that is charged with a token of the card network in place of its number. */
  isNetworkTokenized?: boolean;
}

export interface PaymentMethod {
  token: string;
  customerId: string | null;
  createdAt: number;
  updatedAt: number;
  instrument: Instrument;
  billingAddressId: string | null;
  verificationIds: string[];
  /** A bank account may only be charged once verified. */
  verified?: boolean;
  /** Revoked by its owner with the wallet's own company. */
  revoked?: boolean;
}

export interface Nonce {
  nonce: string;
  createdAt: number;
  consumedAt: number | null;
  /** The vaulted method that it stands for; otherwise it carries its own instrument. */
  token: string | null;
  instrument: Instrument | null;
  /** The customer of the client token it was made with. */
  customerId: string | null;
  threeDSecure: XmlObject | null;
  /** Good for one payment only, cannot be vaulted. */
  isOneTime?: boolean;
  /** Options that the client token laid down for the vaulting. */
  options: { makeDefault: boolean; verifyCard: boolean | null; failOnDuplicate: boolean };
  /** Made of a PayPal consent and an access token at once, of which there may be one only. */
  isContradictory?: boolean;
  /** Given to another merchant for a card of the shared vault. */
  granted?: { token: string; merchantId: string; clientId?: string };
}

export type TransactionStatus =
  | 'authorized'
  | 'authorization_expired'
  | 'submitted_for_settlement'
  | 'settling'
  | 'settled'
  | 'settlement_pending'
  | 'settlement_confirmed'
  | 'settlement_declined'
  | 'voided'
  | 'processor_declined'
  | 'gateway_rejected'
  | 'failed';

export interface StatusEvent {
  status: TransactionStatus;
  at: number;
  amount: string;
  source: string;
}

export interface Transaction {
  id: string;
  type: 'sale' | 'credit';
  amount: string;
  status: TransactionStatus;
  createdAt: number;
  updatedAt: number;
  history: StatusEvent[];
  merchantAccountId: string;
  currency: string;
  orderId: string | null;
  channel: string | null;
  /** The instrument as it was at that moment. */
  instrument: Instrument;
  token: string | null;
  nonce: string | null;
  createdUsing: 'full_information' | 'token';
  customerId: string | null;
  customer: XmlObject;
  billing: XmlObject;
  shipping: XmlObject;
  processor: {
    code: string | null;
    text: string | null;
    kind: string | null;
    additional: string | null;
    authorizationCode: string | null;
  };
  settlementResponse: { code: string; text: string } | null;
  gatewayRejectionReason: string | null;
  avs: { postal: string | null; street: string | null; error: string | null };
  cvvResponseCode: string | null;
  riskData: XmlObject | null;
  refundedTransactionId: string | null;
  refundIds: string[];
  authorizedTransactionId: string | null;
  partialSettlementIds: string[];
  disputeIds: string[];
  /** The next step of settlement that the clock will take. */
  next: { at: number; status: TransactionStatus } | null;
  transactionSource: string | null;
  voided?: boolean;
  /** Everything else that is shown as it was sent: descriptor, line items, custom fields, tax, shipping … */
  extra: XmlObject;
  adjustments: Adjustment[];
  lineItems: XmlObject[];
  shipments: XmlObject[];
  authorizationExpiresAt: number | null;
  submittedAmount: string | null;
  /** What the bank sent back, and why, by the code of the ACH network: R01 … */
  achReturns?: { code: string; at: number }[];
}

export interface Adjustment {
  amount: string;
  success: boolean;
  at: number;
  code: string;
  text: string;
  kind: string;
}

/** What a request key was used for, so that the same call gives the same transaction for 30 days. */
export interface RequestKey {
  fingerprint: string;
  transactionId: string | null;
  /** Whether the request broke the gateway itself. */
  failed: boolean;
  usedAt: number;
}

export interface State {
  made: number;
  customers: Record<string, Customer>;
  addresses: Record<string, Address>;
  paymentMethods: Record<string, PaymentMethod>;
  nonces: Record<string, Nonce>;
  transactions: Record<string, Transaction>;
  verifications: Record<string, Verification>;
  bankVerifications: Record<string, BankVerification>;
  disputes: Record<string, Dispute>;
  documents: Record<string, DocumentUpload>;
  /** Cards whose holders were asked outside of a nonce: the number by the id of the check. */
  threeDSecure: Record<string, string>;
  plans: Record<string, Plan>;
  /** Add-ons and discounts. */
  modifications: Record<string, Modification>;
  subscriptions: Record<string, Subscription>;
  grants: Record<string, Grant>;
  accessTokens: Record<string, AccessToken>;
  requestKeys: Record<string, RequestKey>;
  /** Stored cards that the bank refuses, by token, with the processor's code: a person's account can run dry. */
  refusedTokens: Record<string, string>;
  /** The account updater's news, in the order in which it came. */
  cardUpdates: CardUpdate[];
}
