import type { Language } from '../locale/language.ts';
import type { CellProblem } from './problem.ts';
import { type DateFormat, readDate } from './read-date.ts';
import { readLanguage } from './read-language.ts';
import { type PhoneCountry, type ReadPhone, readPhone } from './read-phone.ts';
import { readText } from './read-text.ts';
import { readTimeZone } from './read-time-zone.ts';
import { readYesNo } from './read-yes-no.ts';
import { makeRowReader } from './row-reader.ts';

/**
 * What a file can say about a customer, and the column that says it where no map says otherwise; null where only a map
 * can name one, because a consent is not to be guessed from a header.
 */
export const CUSTOMER_COLUMNS = {
  number: 'customerID',
  firstName: 'firstName',
  lastName: 'lastName',
  phone: 'phone',
  postalCode: 'postalCode',
  region: 'state',
  timeZone: 'timeZone',
  language: 'language',
  dateOfBirth: 'dateOfBirth',
  nextStatementOn: 'nextStatementOn',
  consentService: null,
  consentPastDue: null,
} as const;

export type CustomerField = keyof typeof CUSTOMER_COLUMNS;

export const CUSTOMER_REQUIRED: readonly CustomerField[] = ['number', 'firstName', 'lastName'];

export interface CustomerRules {
  dateFormat: DateFormat;
  phoneCountry: PhoneCountry;
  /** `YYYY-MM-DD` where the biller is. */
  today: string;
}

/** A customer as one row says it; undefined is what the row says nothing about. */
export interface CustomerRow {
  number: string | undefined;
  firstName: string | undefined;
  lastName: string | undefined;
  phone: ReadPhone | undefined;
  postalCode: string | undefined;
  region: string | undefined;
  timeZone: string | undefined;
  language: Language | undefined;
  dateOfBirth: string | undefined;
  /** When the next statement comes. */
  nextStatementOn: string | undefined;
  /** Whether the customer agreed to texts about bills, and about late ones. */
  consentService: boolean | undefined;
  consentPastDue: boolean | undefined;
}

/** Reads one row of a file of customers: what it says, as far as that can be read, and everything that is wrong. */
export function readCustomerRow(
  cells: Partial<Record<CustomerField, string>>,
  rules: CustomerRules,
): { row: CustomerRow; problems: CellProblem[] } {
  const reader = makeRowReader(cells);
  const text = (longest: number) => (cell: string) => readText(cell, longest);
  const row: CustomerRow = {
    number: reader.required('number', text(64)),
    firstName: reader.required('firstName', text(100)),
    lastName: reader.required('lastName', text(100)),
    phone: reader.optional('phone', (cell) => readPhone(cell, rules.phoneCountry)),
    postalCode: reader.optional('postalCode', text(16)),
    region: reader.optional('region', text(64)),
    timeZone: reader.optional('timeZone', readTimeZone),
    language: reader.optional('language', readLanguage),
    dateOfBirth: reader.optional('dateOfBirth', (cell) => readDate(cell, rules.dateFormat)),
    nextStatementOn: reader.optional('nextStatementOn', (cell) => readDate(cell, rules.dateFormat)),
    consentService: reader.optional('consentService', readYesNo),
    consentPastDue: reader.optional('consentPastDue', readYesNo),
  };
  if (row.dateOfBirth !== undefined && row.dateOfBirth > rules.today) {
    reader.object('dateOfBirth', 'DATE_OUT_OF_RANGE', `until ${rules.today}`);
  }
  return { row, problems: reader.problems };
}
