import { brandsOf, spaced } from './brands.js';
import { testNumbers } from './test-numbers.js';

const digits = (text) => text.replace(/\D/g, '');

/**
 * The fields that a page can ask for. `read` makes the value of what was typed, `show` what is seen of it, `check`
 * says whether it is good and whether it can still become so; `number` is the card number typed so far.
 */
export const fieldKinds = {
  number: {
    label: 'Credit Card Number',
    autocomplete: 'cc-number',
    inputMode: 'numeric',
    read: (text) => digits(text).slice(0, 19),
    show: spaced,
    check(value) {
      const lengths = brandsOf(value).flatMap((brand) => brand.lengths);
      const isWhole = lengths.includes(value.length);
      const isLongest = value.length >= Math.max(0, ...lengths);
      // Real cards are no use here, and whoever types one in should learn it before it is sent anywhere.
      const isValid = isWhole && testNumbers.has(value);
      return {
        isValid,
        isPotentiallyValid: isValid || (lengths.length > 0 && !isLongest && canBecome(value)),
      };
    },
  },
  cvv: {
    label: 'CVV',
    autocomplete: 'cc-csc',
    inputMode: 'numeric',
    read: (text) => digits(text).slice(0, 4),
    show: (value) => value,
    check(value, number) {
      const sizes = number ? brandsOf(number).map((brand) => brand.code.size) : [3, 4];
      return {
        isValid: sizes.includes(value.length),
        isPotentiallyValid: value.length <= Math.max(3, ...sizes),
      };
    },
  },
  expirationDate: {
    label: 'Expiration Date',
    autocomplete: 'cc-exp',
    inputMode: 'numeric',
    read: readExpiry,
    show: (value) => (value.length > 2 ? `${value.slice(0, 2)} / ${value.slice(2)}` : value),
    check(value) {
      const isMonth = Number(value.slice(0, 2)) >= 1 && Number(value.slice(0, 2)) <= 12;
      const isWhole = value.length === 4 || value.length === 6;
      const isLater = isWhole && isMonth && !isPast(value.slice(0, 2), value.slice(2));
      return {
        isValid: isLater,
        isPotentiallyValid:
          isLater || (value.length < 4 && (value.length < 2 || isMonth)) || value.length === 5,
      };
    },
  },
  expirationMonth: {
    label: 'Expiration Month',
    autocomplete: 'cc-exp-month',
    inputMode: 'numeric',
    read: (text) => digits(text).slice(0, 2),
    show: (value) => value,
    check: (value) => both(Number(value) >= 1 && Number(value) <= 12, value === '' || value === '0'),
  },
  expirationYear: {
    label: 'Expiration Year',
    autocomplete: 'cc-exp-year',
    inputMode: 'numeric',
    read: (text) => digits(text).slice(0, 4),
    show: (value) => value,
    check: (value) => both(value.length === 2 || value.length === 4, value.length < 4),
  },
  postalCode: {
    label: 'Postal Code',
    autocomplete: 'billing postal-code',
    inputMode: 'text',
    read: (text) => text.slice(0, 10),
    show: (value) => value,
    check: (value) => both(value.trim().length >= 3, true),
  },
  cardholderName: {
    label: 'Cardholder Name',
    autocomplete: 'cc-name',
    inputMode: 'text',
    read: (text) => text.slice(0, 255),
    show: (value) => value,
    check: (value) => both(value.trim().length > 0, true),
  },
};

function both(isValid, canBecomeValid) {
  return { isValid, isPotentiallyValid: isValid || canBecomeValid };
}

/** Whether some test number begins like this. */
function canBecome(value) {
  for (const number of testNumbers) if (number.startsWith(value)) return true;
  return false;
}

/** A month from 2 to 9 can have no second digit: the nought is put in front. */
function readExpiry(text) {
  const [month = '', year] = text.split('/');
  const found = digits(text);
  if (year !== undefined && digits(month).length === 1) return `0${digits(month)}${digits(year)}`.slice(0, 6);
  return (/^[2-9]/.test(found) ? `0${found}` : found).slice(0, 6);
}

function isPast(month, year) {
  const full = Number(year.length === 2 ? `20${year}` : year);
  return new Date(full, Number(month), 1).getTime() <= Date.now();
}
