import { writeAddressFields } from '../addresses/write-address.ts';
import { writeCardOf } from '../cards/write-card.ts';
import { writeDispute } from '../disputes/write-dispute.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Adjustment, InstrumentKind, Transaction } from '../state/records.ts';
import { globalId } from '../wire/global-id.ts';
import { networkId } from '../wire/network-id.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';

/** Under which element of a transaction the instrument is shown. */
const instrumentElements: Readonly<Record<InstrumentKind, string>> = {
  credit_card: 'creditCard',
  us_bank_account: 'usBankAccount',
  paypal_account: 'paypal',
  apple_pay_card: 'applePay',
  android_pay_card: 'androidPayCard',
  venmo_account: 'venmoAccount',
  visa_checkout_card: 'visaCheckoutCard',
  samsung_pay_card: 'samsungPayCard',
  sepa_debit_account: 'sepaDebitAccountDetail',
  local_payment: 'localPayment',
  paypal_here: 'paypalHere',
  amex_express_checkout_card: 'amexExpressCheckoutCard',
  masterpass_card: 'masterpassCard',
  meta_checkout_card: 'metaCheckoutCard',
  meta_checkout_token: 'metaCheckoutToken',
};

const emptyCard = {
  token: null,
  bin: null,
  last4: null,
  cardType: null,
  expirationMonth: null,
  expirationYear: null,
  customerLocation: null,
  cardholderName: null,
  expired: false,
};

/** Parts of a transaction that this gateway has no use for; the SDKs expect them to be there. */
const unused: XmlObject = {
  voiceReferralNumber: null,
  purchaseOrderNumber: null,
  taxAmount: null,
  taxExempt: false,
  serviceFeeAmount: null,
  escrowStatus: null,
  planId: null,
  subscriptionId: null,
  subscription: { billingPeriodStartDate: null, billingPeriodEndDate: null },
  addOns: listOf('add-on', []),
  discounts: listOf('discount', []),
  descriptor: { name: null, phone: null, url: null },
  disbursementDetails: {
    disbursementDate: null,
    settlementAmount: null,
    settlementCurrencyIsoCode: null,
    settlementCurrencyExchangeRate: null,
    fundsHeld: null,
    success: null,
  },
};

/** A transaction as the gateway shows it. */
export function writeTransaction(gateway: Gateway, transaction: Transaction): XmlObject {
  const { processor, instrument } = transaction;
  const shownInstrument: XmlObject = {
    token: transaction.token,
    globalId: transaction.token ? globalId('paymentmethod', transaction.token) : null,
    ...writeCardOf(instrument, gateway.clock.now()),
    ...instrument.details,
  };
  return {
    id: transaction.id,
    globalId: globalId('transaction', transaction.id),
    graphqlId: globalId('transaction', transaction.id),
    status: transaction.status,
    type: transaction.type,
    currencyIsoCode: transaction.currency,
    amount: transaction.amount,
    merchantAccountId: transaction.merchantAccountId,
    subMerchantAccountId: null,
    masterMerchantAccountId: null,
    orderId: transaction.orderId,
    channel: transaction.channel,
    createdAt: new Date(transaction.createdAt),
    updatedAt: new Date(transaction.updatedAt),
    authorizationExpiresAt: transaction.authorizationExpiresAt
      ? new Date(transaction.authorizationExpiresAt)
      : null,
    customer: transaction.customer,
    billing: transaction.billing,
    shipping: transaction.shipping,
    refundId: transaction.refundIds[0] ?? null,
    refundIds: listOf('item', transaction.refundIds),
    refundedTransactionId: transaction.refundedTransactionId,
    partialSettlementTransactionIds: listOf('item', transaction.partialSettlementIds),
    authorizedTransactionId: transaction.authorizedTransactionId,
    settlementBatchId: settlementBatchId(transaction),
    statusHistory: listOf('status-event', transaction.history.map(writeEvent)),
    ...writeAnswers(transaction),
    ...unused,
    recurring: isRecurring(transaction.transactionSource),
    paymentInstrumentType: transaction.instrument.kind,
    creditCard: emptyCard,
    [instrumentElements[instrument.kind]]: shownInstrument,
    disputes: listOf(
      'dispute',
      transaction.disputeIds.flatMap((id) => {
        const dispute = gateway.state.disputes[id];
        return dispute ? [writeDispute(gateway, dispute)] : [];
      }),
    ),
    authorizationAdjustments: listOf(
      'authorization-adjustment',
      transaction.adjustments.map(writeAdjustment),
    ),
    shipments: listOf('shipment', transaction.shipments),
    ...(transaction.riskData ? { riskData: transaction.riskData } : {}),
    threeDSecureInfo: null,
    acquirerReferenceNumber: transaction.status === 'settled' ? `91${transaction.createdAt}` : null,
    retrievalReferenceNumber: processor.code === '1000' ? '1234567' : null,
    processedWithNetworkToken: transaction.instrument.isNetworkTokenized ?? false,
    retried: false,
    customFields: '',
    ...writeReturns(transaction),
    ...transaction.extra,
  };
}

export function writeCustomerOf(fields: Record<string, string | null>, id: string | null): XmlObject {
  return {
    id,
    globalId: id ? globalId('customer', id) : null,
    firstName: fields.firstName ?? null,
    lastName: fields.lastName ?? null,
    company: fields.company ?? null,
    email: fields.email ?? null,
    website: fields.website ?? null,
    phone: fields.phone ?? null,
    fax: fields.fax ?? null,
  };
}

export function writeAddressOf(fields: Record<string, string | null>, id: string | null): XmlObject {
  return { id, ...writeAddressFields(fields) };
}

/** What bank and processor said. */
function writeAnswers(transaction: Transaction): XmlObject {
  const { processor } = transaction;
  return {
    avsErrorResponseCode: transaction.avs.error,
    avsPostalCodeResponseCode: transaction.avs.postal,
    avsStreetAddressResponseCode: transaction.avs.street,
    cvvResponseCode: transaction.cvvResponseCode,
    gatewayRejectionReason: transaction.gatewayRejectionReason,
    processorAuthorizationCode: processor.authorizationCode,
    processorResponseCode: processor.code ?? '',
    processorResponseText: processor.text ?? '',
    processorResponseType: processor.kind,
    additionalProcessorResponse: processor.additional,
    networkResponseCode: processor.code === '1000' ? 'XX' : null,
    networkResponseText: processor.code === '1000' ? 'sample network response text' : null,
    networkTransactionId: hasNetworkId(transaction) ? networkId(transaction.id) : null,
    processorSettlementResponseCode: transaction.settlementResponse?.code ?? '',
    processorSettlementResponseText: transaction.settlementResponse?.text ?? '',
  };
}

/** What the bank sent back of a payment from a bank account. */
function writeReturns({ achReturns, instrument }: Transaction): XmlObject {
  if (instrument.kind !== 'us_bank_account') return {};
  return {
    achReturnCode: achReturns?.at(-1)?.code ?? null,
    achReturnResponses: listOf(
      'ach-return-response',
      (achReturns ?? []).map(({ code, at }) => ({ createdAt: new Date(at), reasonCode: code })),
    ),
  };
}

function writeEvent(event: Transaction['history'][number]): XmlObject {
  return {
    timestamp: new Date(event.at),
    status: event.status,
    amount: event.amount,
    user: 'sandbox',
    transactionSource: event.source,
  };
}

function writeAdjustment(adjustment: Adjustment): XmlObject {
  return {
    amount: adjustment.amount,
    success: adjustment.success,
    timestamp: new Date(adjustment.at),
    processorResponseCode: adjustment.code,
    processorResponseText: adjustment.text,
    processorResponseType: adjustment.kind,
  };
}

/** American Express gives no id that a later charge could refer to. */
function hasNetworkId({ processor, instrument }: Transaction): boolean {
  return processor.code === '1000' && instrument.card?.cardType !== 'American Express';
}

function isRecurring(source: string | null): boolean {
  return source === 'recurring' || source === 'recurring_first';
}

/** The batch is named after the day on which the transaction was settled. */
function settlementBatchId(transaction: Transaction): string | null {
  const settled = transaction.history.find((event) => event.status === 'settled');
  if (!settled) return null;
  return `${new Date(settled.at).toISOString().slice(0, 10)}_${transaction.merchantAccountId}_sandbox`;
}
