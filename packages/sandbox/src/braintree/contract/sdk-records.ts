/** The records of the vendor's SDK, as far as the tests look at them. */

export interface SdkSubscription {
  id: string;
  status: string;
  price: string;
  balance: string;
  nextBillAmount: string;
  currentBillingCycle: number;
  addOns: { id: string; amount: string }[];
  discounts: { id: string; amount: string }[];
  transactions: (SdkTransaction & { subscriptionId: string })[];
}

export interface SdkErrors {
  deepErrors(): { code: string; attribute: string; message: string }[];
  for(name: string): SdkErrors;
  on(name: string): { code: string; message: string }[];
}

export interface SdkTransaction {
  id: string;
  type: string;
  status: string;
  amount: string;
  orderId: string | null;
  processorResponseCode: string;
  processorResponseText: string;
  processorResponseType: string;
  processorSettlementResponseCode: string;
  gatewayRejectionReason: string | null;
  avsPostalCodeResponseCode: string;
  avsStreetAddressResponseCode: string;
  cvvResponseCode: string;
  refundIds: string[];
  refundedTransactionId: string | null;
  partialSettlementTransactionIds: string[];
  authorizedTransactionId: string | null;
  statusHistory: { status: string; timestamp: string }[];
  creditCard: SdkMethod;
  customer: { id: string | null; firstName: string | null };
  disputes: SdkDispute[];
  paymentInstrumentType: string;
  customFields: Record<string, string> | '';
  descriptor: { name: string | null };
  achReturnCode: string | null;
  achReturnResponses: { reasonCode: string; createdAt: string }[];
}

export interface SdkMethod {
  token: string;
  last4: string;
  maskedNumber: string;
  cardType: string;
  default: boolean;
  expired: boolean;
  expirationDate: string;
  verified: boolean;
  verifications: { id: string; status: string; verificationMethod: string }[];
  verification?: SdkVerification;
  billingAddress?: { locality: string; countryName: string };
  email?: string;
  bankName?: string;
}

export interface SdkVerification {
  id: string;
  status: string;
  processorResponseCode: string;
  gatewayRejectionReason: string | null;
}

export interface SdkCustomer {
  id: string;
  firstName: string | null;
  email: string | null;
  creditCards: SdkMethod[];
  paymentMethods: SdkMethod[];
  addresses: { id: string }[];
}

export interface SdkDispute {
  id: string;
  status: string;
  kind: string;
  amountDisputed: string;
  evidence: { id: string; comment: string | null }[];
  transaction: { id: string };
}

export interface SdkNotification {
  kind: string;
  timestamp: string;
  transaction: SdkTransaction;
  dispute: SdkDispute;
  accountUpdaterDailyReport: { reportUrl: string; reportDate: string };
}
