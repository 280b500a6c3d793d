import type { BillDocument } from '@kvitt/domain/document/documents';

/** The words of our papers in one language; `{…}` is filled in. */
export interface DocumentWords {
  bill: string;
  receipt: string;
  statement: string;
  /** Of a bill that is no bill, with what is typed back from it. */
  sample: string;
  sampleText: string;
  number: string;
  account: string;
  customer: string;
  issued: string;
  due: string;
  replaces: string;
  amountDue: string;
  payBy: string;
  wasDue: string;
  nothingDue: string;
  earlyNote: string;
  what: string;
  quantity: string;
  price: string;
  tax: string;
  amount: string;
  beforeTax: string;
  taxAt: string;
  total: string;
  since: string;
  left: string;
  howToPay: string;
  howToPayText: string;
  paid: string;
  paidOn: string;
  reference: string;
  card: string;
  billsPaid: string;
  leftOnBill: string;
  cardFee: string;
  givenBack: string;
  thanks: string;
  refunds: string;
  day: string;
  period: string;
  owedBefore: string;
  owedNow: string;
  inCredit: string;
  happened: string;
  owedAfter: string;
  nothingHappened: string;
  questions: string;
  page: string;
  changes: Record<BillDocument['changes'][number]['kind'], string>;
}
