import { type Currency, type Money, money } from './money.ts';

/**
 * The one place where minor units become the decimal string that a processor wants ("84.20"), by moving the point,
 * never by dividing. Takes a non-negative amount.
 */
export function toDecimal(amount: Money): string {
  if (amount.minor < 0) throw new RangeError('a processor is never sent a negative amount');
  const digits = String(amount.minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The way back: "84.2", "84.20" or "84" to minor units; undefined where it is no such number, or too large for one. */
export function fromDecimal(text: string, currency: Currency): Money | undefined {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, whole = '', cents = ''] = match;
  const minor = Number(`${whole}${cents.padEnd(2, '0')}`);
  return Number.isSafeInteger(minor) ? money(minor, currency) : undefined;
}
