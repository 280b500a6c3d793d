import type { FoldedText } from './fold-text.ts';
import type { Intent } from './intent.ts';
import { isCore, readCore } from './read-core.ts';
import { CURRENCY_SIGN, FIGURE, readWrittenAmount } from './read-written-amount.ts';

const PAID_AMOUNT = new RegExp(
  `^(\\p{L}+)?:? ?(${CURRENCY_SIGN})? ?(${FIGURE}) ?(${CURRENCY_SIGN})?[.! ]*$`,
  'u',
);
const PAID_BILLS = /^(\p{L}+) ((?:\d{1,2}(?:,? (?:(?:and|y|und|och|og|&|\+) )?| ?[&+] ?))+\d{1,2})[.! ]*$/u;

/**
 * "PAY 50", "betala 50 kr", "$84.20" as the amount they state, "PAY 1 2" or "pay 1, 2 and 4" as bills of a list ("1,2" is
 * an amount). An amount without the word counts only with its currency: a bare number is anything.
 */
export function readPayAmount(core: string, text: FoldedText): Intent | undefined {
  const line = withoutPoliteness(core, text);
  const bills = PAID_BILLS.exec(line);
  if (bills && isPay(bills[1])) {
    return { kind: 'pay-several', which: (bills[2]?.match(/\d+/g) ?? []).map(Number) };
  }
  const [, word, before, figure, behind] = PAID_AMOUNT.exec(line) ?? [];
  if (figure === undefined) return undefined;
  const sign = before ?? behind;
  const isStated = word === undefined ? sign !== undefined : isPay(word);
  if (!isStated) return undefined;
  const isBill = sign === undefined && /^[1-9]$/.test(figure);
  return {
    kind: 'pay-amount',
    amount: readWrittenAmount(figure, sign),
    ...(isBill && { bill: Number(figure) }),
  };
}

function isPay(word: string | undefined): boolean {
  return word !== undefined && isCore(` ${word} `, 'pay');
}

/** The line with its punctuation but without words of politeness at its ends, which the core has lost already. */
export function withoutPoliteness(core: string, text: FoldedText): string {
  const kept = new Set(core.trim().split(' '));
  const tokens = text.line.split(' ');
  const isKept = (token: string) => {
    const words = token.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length === 0 || words.some((word) => kept.has(word) && readCore(` ${word} `) !== ' ');
  };
  return tokens.filter(isKept).join(' ');
}
