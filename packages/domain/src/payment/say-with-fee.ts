import { formatMoney } from '../locale/format-money.ts';
import type { Language } from '../locale/language.ts';
import { add, type Money } from '../money/money.ts';

const CARD_FEE: Readonly<Record<Language, string>> = {
  en: 'card fee',
  es: 'cargo por tarjeta',
  de: 'Kartengebühr',
  sv: 'kortavgift',
  nb: 'kortgebyr',
};

/**
 * An amount as a question states it before it is charged: "$50.00 + $1.25 card fee = $51.25"; without a fee, the amount.
 * It takes the amount's place in every text, a biller's own wording too, so that none can leave the fee out.
 */
export function sayWithFee(amount: Money, feeMinor: number, language: Language): string {
  const words = formatMoney(amount, language);
  if (feeMinor === 0) return words;
  const fee = { minor: feeMinor, currency: amount.currency };
  const total = formatMoney(add(amount, fee), language);
  return `${words} + ${formatMoney(fee, language)} ${CARD_FEE[language]} = ${total}`;
}

/** An amount as a receipt states it, the sum first: "$51.25 ($50.00 + $1.25 card fee)". */
export function sayPaidWithFee(paid: Money, feeMinor: number, language: Language): string {
  const words = formatMoney(paid, language);
  if (feeMinor === 0) return words;
  const { currency } = paid;
  const bills = formatMoney({ minor: paid.minor - feeMinor, currency }, language);
  return `${words} (${bills} + ${formatMoney({ minor: feeMinor, currency }, language)} ${CARD_FEE[language]})`;
}

/** A fee as it stands behind what a statement says of its payment: " + $1.25 card fee". */
export function sayFeeBeside(fee: Money, language: Language): string {
  return ` + ${formatMoney(fee, language)} ${CARD_FEE[language]}`;
}
