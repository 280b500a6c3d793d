import type { FoldedText } from './fold-text.ts';
import type { Intent, WrittenAmount, WrittenDay } from './intent.ts';
import { withoutPoliteness } from './read-pay-amount.ts';
import { CURRENCY_SIGN, FIGURE, readWrittenAmount } from './read-written-amount.ts';
import { readWrittenDay } from './read-written-day.ts';
import { PATTERNS } from './words/patterns.ts';

const OPENING = new RegExp(`^ (?:${PATTERNS.promise.some.source})`);
const AMOUNT = new RegExp(`(${CURRENCY_SIGN})? ?(${FIGURE}) ?(${CURRENCY_SIGN})?(?![\\p{L}\\d])`, 'uy');
/** Words that may stand between promise, day and amount and say nothing of their own. */
const FILLERS = new RegExp(
  '(?:on|by|to|pay|for|i|will|the|and|all|everything|in full|it|el|la|para|por|pagar|pagare|todo|y|am|bis|zum|zu|zahlen|' +
    'bezahlen|alles|und|den|pa|till|senast|att|betala|allt|och|innen|til|a|betale|alt|og|dia|[,:.!-])(?= |$)',
  'uy',
);
/** Everybody knows when theirs is; we do not. */
const PAYDAY =
  /(?:payday|pay day|dia de pago|quincena|zahltag|gehaltstag|lonedagen?|lonningsdagen?|lonning)(?= |$)/uy;
const DOTTED = /^(\d{1,2})\.(\d{1,2})$/;

/**
 * "PROMISE FRI 50", "PROMISE 12/4 50", "lova 50 kr på fredag": a promise with its day and amount as they were written, in
 * either order. Without a day where there is none, or where two figures could each be it. Undefined where anything else is
 * said besides: "I promise you'll get it on Friday" is for a person.
 */
export function readPromise(core: string, text: FoldedText): Intent | undefined {
  const line = ` ${withoutPoliteness(core, text)} `.replace(/^( [\p{L} ]+)[:,-] ?/u, '$1 ');
  const opening = OPENING.exec(line);
  if (!opening) return undefined;
  const said = readPieces(line.slice(opening[0].length).trim().replaceAll('?', ''));
  if (!said) return undefined;
  if (text.isQuestion) return { kind: 'promise' };
  return { kind: 'promise', ...sortOut(said) };
}

interface Said {
  days: WrittenDay[];
  amounts: WrittenAmount[];
}

function readPieces(rest: string): Said | undefined {
  const said: Said = { days: [], amounts: [] };
  let at = 0;
  while (at < rest.length) {
    const day = readWrittenDay(rest, at);
    if (day) said.days.push(day.day);
    const next =
      day?.end ?? readAmountAt(rest, at, said) ?? matchAt(FILLERS, rest, at) ?? matchAt(PAYDAY, rest, at);
    if (next === undefined) return undefined;
    at = next;
    while (rest[at] === ' ') at += 1;
  }
  return said;
}

function readAmountAt(rest: string, at: number, said: Said): number | undefined {
  AMOUNT.lastIndex = at;
  const match = AMOUNT.exec(rest);
  if (!match) return undefined;
  said.amounts.push(readWrittenAmount(match[2] ?? '', match[1] ?? match[3]));
  return AMOUNT.lastIndex;
}

function matchAt(pattern: RegExp, rest: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(rest) ? pattern.lastIndex : undefined;
}

/** One day and one amount, or what can be told without guessing. */
function sortOut({ days, amounts }: Said): { day?: WrittenDay; amount?: WrittenAmount } {
  const [day, otherDay] = days;
  const [first, second, third] = amounts;
  if (otherDay || third) return {};
  if (day) return second ? {} : { day, ...(first && { amount: first }) };
  if (!first || !second) return first ? { amount: first } : {};
  // "4.12 50": of two figures the one that is written like a date is the day.
  const dotted = readDotted(first);
  if (dotted) return { day: dotted, amount: second };
  const dottedSecond = readDotted(second);
  return dottedSecond ? { day: dottedSecond, amount: first } : {};
}

function readDotted({ words, currencies }: WrittenAmount): WrittenDay | undefined {
  const [, one, two] = DOTTED.exec(words) ?? [];
  if (one === undefined || two === undefined || currencies) return undefined;
  const pair = { by: 'pair' as const, first: Number(one), second: Number(two) };
  return Math.min(pair.first, pair.second) <= 12 && Math.max(pair.first, pair.second) <= 31
    ? pair
    : undefined;
}
