/** A text in the one normal form that every reading of it starts from. */
export interface FoldedText {
  /** Lower case without accents, punctuation kept: for amounts ("pay 50,00"). */
  line: string;
  /** Words of letters and digits only. */
  words: readonly string[];
  /** The same words by sentence, each as " word word ", so that a phrase can ask for a space on both sides. */
  sentences: readonly string[];
  isQuestion: boolean;
}

/**
 * Brings a text into its normal form: compatibility forms (full-width letters), accents, case, punctuation, what cannot
 * be seen, letters of other alphabets that look Latin, and signs that are words ("🛑" is stop). `å`, `ø` and `ß` become
 * `a`, `o` and `ss`; the spellings `aa`, `oe` and `ue` are met by the phrases, not here.
 */
export function foldText(text: string): FoldedText {
  const line = foldLetters(text).replace(/\s+/g, ' ').trim();
  const sentences = foldLetters(text)
    .split(/[.!?;]+(?=\s|$)|[\n\r]+|[\u2026\u00BF\u00A1]/)
    .map((part) => readWords(part))
    .filter((words) => words.length > 0);
  return {
    line,
    words: sentences.flat(),
    sentences: sentences.map((words) => ` ${words.join(' ')} `),
    isQuestion: line.includes('?'),
  };
}

/** Letters only: what folding does to a word, also of our own tables. */
export function foldLetters(text: string): string {
  return [...text.normalize('NFKD').replace(INVISIBLE, '')]
    .map((character) => LOOKS_LIKE[character.toLowerCase()] ?? SIGNS[character] ?? character)
    .join('')
    .toLowerCase()
    .replace(/['\u2018\u2019\u201B\u02BC\u00B4`](?=\p{L})/gu, '')
    .replace(/\bsms:(?=\p{L})/gu, 'sms');
}

/** Accents (combining marks after NFKD), emoji styles, and format characters: soft hyphens, zero-width ones, directions. */
const INVISIBLE = /[\p{M}\p{Cf}]/gu;

const SIGNS: Record<string, string> = {
  '🛑': ' stop ',
  '⛔': ' stop ',
  '🚫': ' stop ',
  '❌': ' no ',
  '👎': ' no ',
  '✖': ' no ',
};

/** Letters that NFKD leaves whole, and those of other alphabets that are typed for Latin ones. */
const LOOKS_LIKE: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  т: 't',
  к: 'k',
  м: 'm',
  н: 'h',
  в: 'b',
  і: 'i',
  ѕ: 's',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  ѵ: 'v',
};

/** "stoppp", "STOOOP": a letter three times or more, which no other word with these letters has. */
const SHOUTED_STOP = /^(?=.*(.)\1\1)s+t+o+p+$/;

function readWords(part: string): string[] {
  const words = part.match(/[\p{L}\p{N}]+/gu) ?? [];
  // "S T O P" and "s.t.o.p" are one word spelt out.
  const isSpelt = words.length >= 3 && words.every((word) => /^\p{L}$/u.test(word));
  return isSpelt ? [words.join('')] : words.map((word) => (SHOUTED_STOP.test(word) ? 'stop' : word));
}
