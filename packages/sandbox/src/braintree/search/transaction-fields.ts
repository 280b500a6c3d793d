import { uniqueNumber } from '../cards/write-card.ts';
import type { Gateway } from '../state/gateway.ts';
import type { InstrumentKind, Transaction, TransactionStatus } from '../state/records.ts';
import { startOf } from '../subscriptions/count-days.ts';
import { isDay, type XmlObject } from '../wire/write-xml.ts';
import type { SearchField, SearchFields } from './matches.ts';

/** What the vendor's search calls each kind of instrument. */
const instrumentNames: Readonly<Record<InstrumentKind, string>> = {
  credit_card: 'CreditCardDetail',
  us_bank_account: 'UsBankAccountDetail',
  paypal_account: 'PayPalDetail',
  apple_pay_card: 'ApplePayDetail',
  android_pay_card: 'AndroidPayCardDetail',
  venmo_account: 'VenmoAccountDetail',
  visa_checkout_card: 'VisaCheckoutCardDetail',
  samsung_pay_card: 'SamsungPayCardDetail',
  sepa_debit_account: 'SEPADebitAccountDetail',
  local_payment: 'LocalPaymentDetail',
  paypal_here: 'PayPalHereDetail',
  amex_express_checkout_card: 'AmexExpressCheckoutCardDetail',
  masterpass_card: 'MasterpassCardDetail',
  meta_checkout_card: 'MetaCheckoutCardDetail',
  meta_checkout_token: 'MetaCheckoutTokenDetail',
};

type Field = SearchField<Transaction>;

function textOf(of: (transaction: Transaction) => string | null | undefined): Field {
  return { kind: 'text', of: (transaction) => [of(transaction)] };
}

function oneOf(of: (transaction: Transaction) => string | null | undefined): Field {
  return { kind: 'many', of: (transaction) => [of(transaction)] };
}

function timeOf(status: TransactionStatus): Field {
  return {
    kind: 'time',
    of: (transaction) => transaction.history.filter((event) => event.status === status).map(({ at }) => at),
  };
}

function shown(object: XmlObject, name: string): string | null {
  const value = object[name];
  return typeof value === 'string' ? value : null;
}

/** The fields of one of the parties of a transaction, each under the name the search gives it. */
function party(prefix: string, names: string[], of: (transaction: Transaction) => XmlObject) {
  return Object.fromEntries(
    names.map((name) => [
      `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`,
      textOf((transaction) => shown(of(transaction), name)),
    ]),
  );
}

const addressNames = [
  'company',
  'countryName',
  'extendedAddress',
  'firstName',
  'lastName',
  'locality',
  'postalCode',
  'region',
  'streetAddress',
];

/** What transactions can be searched by that stands in themselves. */
const transactionFields: SearchFields<Transaction> = {
  id: textOf(({ id }) => id),
  ids: oneOf(({ id }) => id),
  orderId: textOf(({ orderId }) => orderId),
  status: oneOf(({ status }) => status),
  type: oneOf(({ type }) => type),
  amount: { kind: 'amount', of: ({ amount }) => [amount] },
  currency: textOf(({ currency }) => currency),
  customerId: textOf(({ customerId }) => customerId),
  paymentMethodToken: textOf(({ token }) => token),
  merchantAccountId: oneOf(({ merchantAccountId }) => merchantAccountId),
  processorAuthorizationCode: textOf(({ processor }) => processor.authorizationCode),
  settlementBatchId: textOf((transaction) => {
    const settled = transaction.history.find(({ status }) => status === 'settled');
    return settled
      ? `${new Date(settled.at).toISOString().slice(0, 10)}_${transaction.merchantAccountId}_sandbox`
      : null;
  }),
  source: oneOf(() => 'api'),
  user: { kind: 'many', of: () => ['sandbox', 'integration_user_public_id'] },
  refund: oneOf(({ refundedTransactionId }) => String(refundedTransactionId !== null)),
  createdUsing: oneOf(({ createdUsing }) => createdUsing),
  paymentInstrumentType: {
    kind: 'many',
    // The vendor's SDKs name PayPal in two ways.
    of: ({ instrument: { kind } }) =>
      kind === 'paypal_account' ? ['PayPalDetail', 'PayPalAccountDetail'] : [instrumentNames[kind]],
  },
  creditCardCardholderName: textOf(({ instrument }) => instrument.card?.cardholderName),
  creditCardNumber: textOf(({ instrument }) => instrument.card?.number),
  creditCardUniqueIdentifier: textOf(
    ({ instrument }) => instrument.card && uniqueNumber(instrument.card.number),
  ),
  creditCardExpirationDate: {
    kind: 'text',
    of: ({ instrument: { card } }) =>
      card
        ? [
            `${card.expirationMonth}/${card.expirationYear}`,
            `${card.expirationMonth}/${card.expirationYear.slice(2)}`,
          ]
        : [],
  },
  creditCardCardType: oneOf(({ instrument }) => instrument.card?.cardType),
  creditCardCustomerLocation: oneOf(({ instrument }) => (instrument.card ? 'us' : null)),
  paypalPayerEmail: textOf(({ instrument }) => shown(instrument.details ?? {}, 'payerEmail')),
  paypalPaymentId: textOf(({ instrument }) => shown(instrument.details ?? {}, 'paymentId')),
  paypalAuthorizationId: textOf(({ instrument }) => shown(instrument.details ?? {}, 'authorizationId')),
  ...party('billing', addressNames, ({ billing }) => billing),
  ...party('shipping', addressNames, ({ shipping }) => shipping),
  ...party(
    'customer',
    ['company', 'email', 'fax', 'firstName', 'lastName', 'phone', 'website'],
    ({ customer }) => customer,
  ),
  createdAt: { kind: 'time', of: ({ createdAt }) => [createdAt] },
  authorizedAt: timeOf('authorized'),
  authorizationExpiredAt: timeOf('authorization_expired'),
  submittedForSettlementAt: timeOf('submitted_for_settlement'),
  settledAt: timeOf('settled'),
  voidedAt: timeOf('voided'),
  failedAt: timeOf('failed'),
  gatewayRejectedAt: timeOf('gateway_rejected'),
  processorDeclinedAt: timeOf('processor_declined'),
  disbursementDate: {
    kind: 'time',
    of: ({ extra }) => {
      const day = (extra.disbursementDetails as XmlObject | undefined)?.disbursementDate;
      return isDay(day) ? [startOf(day.day)] : [];
    },
  },
  achReturnResponsesCreatedAt: {
    kind: 'time',
    of: ({ achReturns }) => (achReturns ?? []).map(({ at }) => at),
  },
  reasonCode: { kind: 'many', of: ({ achReturns }) => (achReturns ?? []).map(({ code }) => code) },
  achType: oneOf(({ instrument, extra }) =>
    instrument.kind === 'us_bank_account' ? (shown(extra, 'achType') ?? 'standard') : null,
  ),
  debitNetwork: oneOf(() => null),
  storeId: textOf(() => null),
  storeIds: oneOf(() => null),
  acquirerReferenceNumber: textOf(({ extra }) => shown(extra, 'acquirerReferenceNumber')),
};

/** Everything that transactions can be searched by. */
export function transactionSearchFields(gateway: Gateway): SearchFields<Transaction> {
  return {
    ...transactionFields,
    disputeDate: {
      kind: 'time',
      of: ({ disputeIds }) => disputeIds.flatMap((id) => gateway.state.disputes[id]?.receivedAt ?? []),
    },
  };
}
