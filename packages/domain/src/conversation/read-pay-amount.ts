import type { FoldedText } from './fold-text.ts';
import type { Intent } from './intent.ts';
import { isCore, readCore } from './read-core.ts';

const CURRENCY =
  '(?:\\$|us\\$|€|£|kr\\.?|:-|usd|eur|sek|nok|gbp|dollars?|bucks|euros?|kronor|kroner|dolares|pounds?)';
const AMOUNT = "\\d{1,9}(?:[.,' ]\\d{3})*(?:[.,]\\d{1,2})?";
const PAID_AMOUNT = new RegExp(`^(\\p{L}+)?:? ?(${CURRENCY})? ?(${AMOUNT}) ?(${CURRENCY})?[.! ]*$`, 'u');
const PAID_BILLS = /^(\p{L}+) ((?:\d{1,2}(?:,? (?:(?:and|y|und|och|og|&|\+) )?| ?[&+] ?))+\d{1,2})[.! ]*$/u;

/**
 * "PAY 50", "betala 50 kr", "$84.20" as the amount they state, "PAY 1 2" or "pay 1, 2 and 4" as bills of a list ("1,2" is an amount). An amount without the word
 * counts only with its currency: a bare number is anything.
 */
export function readPayAmount(core: string, text: FoldedText): Intent | undefined {
  const line = readLine(core, text);
  const bills = PAID_BILLS.exec(line);
  if (bills && isPay(bills[1])) {
    return { kind: 'pay-several', which: (bills[2]?.match(/\d+/g) ?? []).map(Number) };
  }
  const [, word, before, amount, behind] = PAID_AMOUNT.exec(line) ?? [];
  if (amount === undefined) return undefined;
  const isStated = word === undefined ? before !== undefined || behind !== undefined : isPay(word);
  return isStated ? { kind: 'pay-amount', amount, minor: readMinor(amount) } : undefined;
}

function isPay(word: string | undefined): boolean {
  return word !== undefined && isCore(` ${word} `, 'pay');
}

/** The line with its punctuation but without words of politeness at its ends, which the core has lost already. */
function readLine(core: string, text: FoldedText): string {
  const kept = new Set(core.trim().split(' '));
  const tokens = text.line.split(' ');
  const isKept = (token: string) => {
    const words = token.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length === 0 || words.some((word) => kept.has(word) && readCore(` ${word} `) !== ' ');
  };
  return tokens.filter(isKept).join(' ');
}

/** Minor units of "1,234.50", "1.234,50" or "50"; undefined where thousands and decimals cannot be told apart. */
function readMinor(amount: string): number | undefined {
  const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(amount) ?? [];
  const digits = whole.replace(/[.,' ]/g, '');
  const minor = Number(digits) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}
