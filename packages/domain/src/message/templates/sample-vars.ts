import { formatDueDate } from '../../locale/format-due-date.ts';
import { formatMoney } from '../../locale/format-money.ts';
import type { Language } from '../../locale/language.ts';
import { type Currency, money } from '../../money/money.ts';
import { TEMPLATE_KINDS, type TemplateName, type TemplateVars } from './template-vars.ts';

/** `ordinary` the longest that is still ordinary · `worst` the longest that a biller's wording must have room for. */
export type SampleSize = 'ordinary' | 'worst';

/**
 * Values to try a text with: every optional part is there, every flag is set. One set for each choice where the text has a
 * list to choose from, so that all its branches are seen. The names are long and in the GSM alphabet: what letters beyond
 * it cost is a question about real customers.
 */
export function sampleVars<N extends TemplateName>(
  name: N,
  language: Language,
  size: SampleSize = 'ordinary',
): TemplateVars<N>[] {
  const words: Record<string, string> = { ...WORDS[size], ...wordsOf(language, size) };
  let samples: Record<string, string | number | boolean>[] = [{ brand: words.brand ?? '' }];
  for (const [variable, kind] of Object.entries(TEMPLATE_KINDS[name].vars)) {
    const values =
      kind === 'count'
        ? [COUNT[size]]
        : kind === 'flag'
          ? [true]
          : typeof kind === 'object'
            ? kind
            : [findWords(words, variable)];
    samples = samples.flatMap((sample) => values.map((value) => ({ ...sample, [variable]: value })));
  }
  return samples as TemplateVars<N>[];
}

/** A text with an empty value would fail later, and for reasons that say nothing of what is missing. */
function findWords(words: Record<string, string>, variable: string): string {
  const sample = words[variable];
  if (sample === undefined)
    throw new Error(`${variable} has no sample words: give it some in sample-vars.ts`);
  return sample;
}

const COUNT: Record<SampleSize, number> = { ordinary: 12, worst: 128 };

const CURRENCY: Record<Language, Currency> = { en: 'USD', es: 'USD', de: 'EUR', sv: 'SEK', nb: 'NOK' };

/** What reads the same in every language. */
const WORDS: Record<SampleSize, Record<string, string>> = {
  ordinary: {
    brand: 'Tri-County Water',
    firstName: 'Alexander',
    card: 'Mastercard ..4444',
    invoiceNumber: '1004423',
    reference: '8F3K21QX',
    code: '73',
    accountTail: '4417',
    expires: '11/26',
    supportPhone: '800-555-0100',
    link: 'https://pay.tricounty.example/k3J9x2',
    site: 'https://pay.tricounty.example',
    area: 'Riverside',
    example: '12/4',
    menu: '1: ..4423 84.20. 2: ..4424 12.00.',
    split: 'C-1 50.00, C-2 34.20',
    offer: '$10 for each of you.',
    news: 'We are open on Saturdays now.',
    terms: 'Autopay charges each bill on its due date.',
  },
  worst: {
    brand: 'Tri-County Water and Sewer',
    firstName: 'Maximiliane-Charlotte',
    card: 'American Express ..1005',
    invoiceNumber: 'INV-2026-0010044231',
    reference: '8F3K21QX4T',
    code: '7391',
    accountTail: '4417',
    expires: '11/2026',
    supportPhone: '+1 800-555-0100',
    link: 'https://pay.tricounty-water.example/k3J9x2Qw',
    site: 'https://pay.tricounty-water.example',
    area: 'Riverside and the hills north of it',
    example: '12/24',
    menu: '1: ..4423 1,284.20. 2: ..4424 1,112.00. 3: ..4425 1,112.00. 4: ..4426 1,112.00.',
    split: 'INV-2026-0010044231 1,284.20, INV-2026-0010044232 1,112.00',
    offer: 'Each of you gets $10 off the next bill when your friend signs up.',
    news: 'From December we are open on Saturdays from nine to one, and you find us in the new building.',
    terms: 'Autopay charges each bill in full on its due date.',
  },
};

/** Amounts and dates, in the widest ordinary spelling of their language. */
function wordsOf(language: Language, size: SampleSize): Record<string, string> {
  const amount = (minor: number) => formatMoney(money(minor, CURRENCY[language]), language);
  const date = formatDueDate('2026-11-25', language);
  const large = amount(size === 'worst' ? 12_842_000 : 128_420);
  const fee = amount(2_500);
  return {
    ...Object.fromEntries(
      ['amount', 'total', 'fullAmount', 'balance', 'most', 'part', 'due'].map((name) => [name, large]),
    ),
    fee,
    lateFee: fee,
    interest: fee,
    least: amount(100),
    ...Object.fromEntries(DATES.map((name) => [name, date])),
  };
}

const DATES: readonly string[] = [
  'date',
  'dueDate',
  'nextDue',
  'oldestDue',
  'feeOn',
  'interruptionOn',
  'graceUntil',
  'retryOn',
  'autopayDate',
  'latest',
  'firstDate',
  'endsOn',
  'closedOn',
  'opensOn',
  'expected',
  'payBy',
];
