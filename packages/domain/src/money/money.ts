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
 * rounding towards nothing goes, a cent each, to the first parts that have a weight. Takes whole, non-negative weights
 * with a sum above zero. Counts without floating point, which loses cents where an amount times a weight is large.
 */
export function allocate(amount: Money, weights: readonly number[]): Money[] {
  if (!weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError('a weight is a whole number and not below zero');
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('weights add up to nothing');
  const whole = BigInt(amount.minor);
  const parts = weights.map((weight) => (whole * BigInt(weight)) / total);
  const cent = whole < 0n ? -1n : 1n;
  let rest = whole - parts.reduce((sum, part) => sum + part, 0n);
  return parts.map((part, index) => {
    const extra = rest !== 0n && weights[index] !== 0 ? cent : 0n;
    rest -= extra;
    return money(Number(part + extra), amount.currency);
  });
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add up`);
}
