import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, type Params, text } from '../wire/params.ts';
import { brandOf } from './brand-of.ts';
import type { Card } from './card-record.ts';
import { testCards } from './test-cards.ts';

/**
 * Reads the fields of a card as sent and adds to `errors` what is wrong with them, under `path`.
 * `known` is the card being changed: what is not sent stays as it is there. A partial card is only given back where
 * number and expiry are whole.
 */
export function readCard(
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  known?: Card,
): Card | undefined {
  const number = readNumber(sent, path, errors, known);
  const expiry = readExpiry(sent, path, errors, known);
  const cardholderName = text(sent.cardholderName) ?? known?.cardholderName ?? null;
  if ((cardholderName?.length ?? 0) > 175) errors.add(path, 'cardholderName', '81723');
  const cvv = filled(sent.cvv);
  if (cvv !== undefined && !isCvv(cvv, number)) errors.add(path, 'cvv', '81707');
  if (!number || !expiry) return undefined;
  return {
    number,
    cardType: brandOf(number),
    ...expiry,
    cardholderName,
    ...(cvv === undefined ? {} : { cvv }),
    ...(known?.indicators && known.number === number ? { indicators: known.indicators } : {}),
  };
}

function readNumber(
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  known?: Card,
): string | undefined {
  const number = filled(sent.number);
  if (number === undefined) {
    if (!known) errors.add(path, 'number', '81714');
    return known?.number;
  }
  const wrong = numberError(number);
  if (wrong) errors.add(path, 'number', wrong);
  return wrong ? undefined : plain(number);
}

/**
 * The validation code for a card number that the sandbox does not take. The vendor looks at the length first, whatever
 * the characters are.
 */
function numberError(sent: string): string | undefined {
  const number = /^[\d\s-]+$/.test(sent) ? plain(sent) : sent;
  if (number.length < 12 || number.length > 19) return '81716';
  if (!/^\d+$/.test(number) || !passesLuhn(number)) return '81715';
  return testCards[number] ? undefined : '81717';
}

function plain(number: string): string {
  return number.replace(/[\s-]/g, '');
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isCvv(cvv: string, number: string | undefined): boolean {
  const length = number && brandOf(number) === 'American Express' ? 4 : 3;
  return number ? new RegExp(`^\\d{${length}}$`).test(cvv) : /^\d{3,4}$/.test(cvv);
}

interface Expiry {
  expirationMonth: string;
  expirationYear: string;
}

function readExpiry(
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  known?: Card,
): Expiry | undefined {
  const date = filled(sent.expirationDate);
  const month = filled(sent.expirationMonth);
  const year = filled(sent.expirationYear);
  if (date && (month || year)) {
    errors.add(path, 'expirationDate', '91708');
    return undefined;
  }
  if (date) {
    const [, datedMonth, datedYear] = /^(\d{1,2})\/?(\d{2}|\d{4})$/.exec(date) ?? [];
    if (!datedMonth || !datedYear || !isMonth(datedMonth)) {
      errors.add(path, 'expirationDate', '81710');
      return undefined;
    }
    if (!isYear(datedYear)) {
      errors.add(path, 'expirationDate', '81711');
      return undefined;
    }
    return { expirationMonth: datedMonth.padStart(2, '0'), expirationYear: fullYear(datedYear) };
  }
  const toMonth = month ?? known?.expirationMonth;
  const toYear = year ?? known?.expirationYear;
  if (!toMonth && !toYear) {
    errors.add(path, 'expirationDate', '81709');
    return undefined;
  }
  if (!toMonth || !isMonth(toMonth)) errors.add(path, 'expirationMonth', '81712');
  if (!toYear || !isYear(toYear)) errors.add(path, 'expirationYear', '81713');
  if (!toMonth || !toYear || !isMonth(toMonth) || !isYear(toYear)) return undefined;
  return { expirationMonth: toMonth.padStart(2, '0'), expirationYear: fullYear(toYear) };
}

function isMonth(month: string): boolean {
  return /^\d{1,2}$/.test(month) && Number(month) >= 1 && Number(month) <= 12;
}

/** The vendor takes years from 1976 to 2200: an expired card is no validation error, its bank answers to it. */
function isYear(year: string): boolean {
  const full = Number(fullYear(year));
  return /^\d{2}(\d{2})?$/.test(year) && full > 1975 && full < 2201;
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}
