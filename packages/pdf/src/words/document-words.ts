import type { BillDocument } from '@kvitt/domain/document/documents';
import type { Language } from '@kvitt/domain/locale/language';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import { NORWEGIAN } from './norwegian.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';

/** The words of our papers in one language; `{…}` is filled in. */
export interface DocumentWords {
  bill: string;
  receipt: string;
  statement: string;
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
  givenBack: string;
  thanks: string;
  refunds: string;
  day: string;
  questions: string;
  page: string;
  changes: Record<BillDocument['changes'][number]['kind'], string>;
}

const WORDS: Record<Language, DocumentWords> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  sv: SWEDISH,
  nb: NORWEGIAN,
};

export function wordsOf(language: Language): DocumentWords {
  return WORDS[language];
}

/** Fills in what stands in braces. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
