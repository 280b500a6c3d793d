import { isExpired } from '../cards/write-card.ts';
import { writeCustomer } from '../customers/write-customer.ts';
import { writePaymentMethod } from '../payment-methods/write-payment-method.ts';
import type { Act, Answer, Call, Gateway } from '../state/gateway.ts';
import type { PaymentMethod, Transaction } from '../state/records.ts';
import { writeSubscription } from '../subscriptions/write-subscription.ts';
import { writeTransaction } from '../transactions/write-transaction.ts';
import { writeBankVerification } from '../us-bank-accounts/write-bank-verification.ts';
import type { BankVerification, Verification } from '../verifications/verification-record.ts';
import { writeVerification } from '../verifications/write-verification.ts';
import { answer } from '../wire/answer.ts';
import { filled, group, isGroup, type Params } from '../wire/params.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';
import { customerFields } from './customer-fields.ts';
import { idsOf, matches, type SearchFields } from './matches.ts';
import { subscriptionFields } from './subscription-fields.ts';
import { transactionSearchFields } from './transaction-fields.ts';
import { bankVerificationFields, verificationFields } from './verification-fields.ts';

/** How many records one page of a search holds; the SDK asks for the next with the next ids. */
const pageSize = 50;

/** A search is cut off here, as the vendor's is. */
const mostResults = 50_000;

/** The two calls of a search: which ids it finds, and the records of some of them. */
interface Search {
  ids: Act;
  page: Act;
}

interface Searched<Item> {
  all(gateway: Gateway, criteria: Params): Item[];
  idOf(item: Item): string;
  fields(gateway: Gateway): SearchFields<Item>;
  /** Root element of a page, and the tag of one record in it. */
  root: string;
  tag: string;
  write(gateway: Gateway, item: Item): XmlObject;
}

function searchOf<Item extends { createdAt: number }>(searched: Searched<Item>): Search {
  const find = (gateway: Gateway, call: Call): Item[] => {
    const criteria = group(call.body.search);
    const ids = idsOf(criteria);
    const wanted = ids && new Set(ids);
    const fields = searched.fields(gateway);
    return searched
      .all(gateway, criteria)
      .filter(
        (item) =>
          (!wanted || wanted.has(searched.idOf(item))) &&
          matches(item, { ...criteria, ids: undefined }, fields),
      )
      .sort((a, b) => b.createdAt - a.createdAt)
      .slice(0, mostResults);
  };
  return {
    ids: (gateway, call) =>
      takesTooLong(group(call.body.search))
        ? answer({ error: { message: 'The search took too long' } })
        : idsAnswer(find(gateway, call).map(searched.idOf)),
    page: (gateway, call) => {
      const items = find(gateway, call).map((item) => searched.write(gateway, item));
      return pageAnswer(searched.root, searched.tag, items);
    },
  };
}

/** The vendor's sandbox acts as if a search for amounts below zero took too long: there is no result then. */
function takesTooLong(criteria: Params): boolean {
  const amount = isGroup(criteria.amount) ? criteria.amount : {};
  return ['is', 'min', 'max'].some((name) => filled(amount[name])?.startsWith('-'));
}

function idsAnswer(ids: string[]): Answer {
  return answer({ searchResults: { pageSize, ids: listOf('item', ids) } });
}

function pageAnswer(root: string, tag: string, items: XmlObject[]): Answer {
  return answer({
    [root]: { page: { currentPageNumber: 1, pageSize, totalItems: items.length }, tag, items },
  });
}

/** POST /transactions/advanced_search_ids and /transactions/advanced_search */
export const searchTransactions: Search = searchOf<Transaction>({
  all: (gateway, criteria) => {
    const order = isGroup(criteria.orderId) ? filled(criteria.orderId.is) : undefined;
    return order === undefined ? Object.values(gateway.state.transactions) : gateway.byOrderId(order);
  },
  idOf: ({ id }) => id,
  fields: transactionSearchFields,
  root: 'creditCardTransactions',
  tag: 'transaction',
  write: writeTransaction,
});

/** POST /customers/advanced_search_ids and /customers/advanced_search */
export const searchCustomers: Search = searchOf({
  all: (gateway) => Object.values(gateway.state.customers),
  idOf: ({ id }) => id,
  fields: customerFields,
  root: 'customers',
  tag: 'customer',
  write: writeCustomer,
});

/** POST /subscriptions/advanced_search_ids and /subscriptions/advanced_search */
export const searchSubscriptions: Search = searchOf({
  all: (gateway) => Object.values(gateway.state.subscriptions),
  idOf: ({ id }) => id,
  fields: subscriptionFields,
  root: 'subscriptions',
  tag: 'subscription',
  write: writeSubscription,
});

/** POST /verifications/advanced_search_ids and /verifications/advanced_search */
export const searchVerifications: Search = searchOf<Verification>({
  all: (gateway) => Object.values(gateway.state.verifications),
  idOf: ({ id }) => id,
  fields: () => verificationFields,
  root: 'creditCardVerifications',
  tag: 'verification',
  write: (gateway, verification) => writeVerification(verification, gateway.clock.now()),
});

/** POST /us_bank_account_verifications/advanced_search_ids and …/advanced_search */
export const searchBankVerifications: Search = searchOf<BankVerification>({
  all: (gateway) => Object.values(gateway.state.bankVerifications),
  idOf: ({ id }) => id,
  fields: () => bankVerificationFields,
  root: 'usBankAccountVerifications',
  tag: 'us-bank-account-verification',
  write: (_, verification) => writeBankVerification(verification),
});

/** POST /payment_methods/all/expired_ids and /payment_methods/all/expired */
export const searchExpiredCards: Search = searchOf<PaymentMethod>({
  ...cards(),
  all: (gateway) =>
    vaultedCards(gateway).filter(
      ({ instrument }) => instrument.card && isExpired(instrument.card, gateway.clock.now()),
    ),
});

/** POST /payment_methods/all/expiring_ids?start=MMYYYY&end=MMYYYY and …/expiring */
export const searchExpiringCards: Search = {
  ids: (gateway, call) => expiring(call).ids(gateway, call),
  page: (gateway, call) => expiring(call).page(gateway, call),
};

function expiring(call: Call): Search {
  const from = monthNumber(call.query.get('start'));
  const to = monthNumber(call.query.get('end'));
  return searchOf<PaymentMethod>({
    ...cards(),
    all: (gateway) =>
      vaultedCards(gateway).filter(({ instrument: { card } }) => {
        const month = card ? Number(card.expirationYear) * 12 + Number(card.expirationMonth) : Number.NaN;
        return month >= from && month <= to;
      }),
  });
}

function monthNumber(mmyyyy: string | null): number {
  return mmyyyy ? Number(mmyyyy.slice(2)) * 12 + Number(mmyyyy.slice(0, 2)) : Number.NaN;
}

function vaultedCards(gateway: Gateway): PaymentMethod[] {
  return Object.values(gateway.state.paymentMethods).filter(
    ({ instrument }) => instrument.kind === 'credit_card',
  );
}

function cards(): Omit<Searched<PaymentMethod>, 'all'> {
  return {
    idOf: ({ token }) => token,
    fields: () => ({}),
    root: 'paymentMethods',
    tag: 'credit-card',
    write: writePaymentMethod,
  };
}
