/** The currencies that Kvitt bills in; all of them have two minor digits, which `toDecimal` relies on. */
export type Currency = 'USD' | 'EUR' | 'GBP' | 'SEK' | 'NOK' | 'DKK';

export const CURRENCIES: readonly Currency[] = ['USD', 'EUR', 'GBP', 'SEK', 'NOK', 'DKK'];

/** An amount in minor units (cents, öre): always a safe integer, never a fraction. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** @throws where `minor` is not a safe integer: a fraction of a cent is a bug of the caller, not an input. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  return { minor, currency };
}

export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Two amounts in two currencies are never the same, and never comparable. */
export function isSame(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

/**
 * Splits an amount in proportion to `weights` so that the parts add up to it to the cent; what is left over after
 * rounding down goes, a cent each, to the first parts. Takes non-negative weights with a sum above zero.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => weight < 0)) throw new RangeError('weights add up to nothing');
  const sign = Math.sign(amount.minor) || 1;
  const whole = Math.abs(amount.minor);
  const parts = weights.map((weight) => Math.floor((whole * weight) / total));
  let rest = whole - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => {
    const extra = rest > 0 ? 1 : 0;
    rest -= extra;
    return money(sign * (part + extra), amount.currency);
  });
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add up`);
}
