import { LANGUAGES, type Language } from '../locale/language.ts';
import { compilePhrases } from './compile-phrases.ts';
import type { Intent } from './intent.ts';
import { IN_LANGUAGE, LANGUAGE_NAMES } from './words/commands/languages.ts';
import { PATTERNS } from './words/patterns.ts';

const NAMED = LANGUAGES.map((language) => ({
  language,
  names: compilePhrases([LANGUAGE_NAMES[language]]),
  // Without a word for "language", a code alone ("no", "de") is a word like any other.
  fullNames: compilePhrases([
    LANGUAGE_NAMES[language]
      .split('|')
      .filter((name) => name.length > 3)
      .join('|'),
  ]),
}));

const IN = compilePhrases([`^ ${IN_LANGUAGE}`]);

/**
 * "LANG sv", "språk: engelska", "en español", "English": the language that is asked for; without `to` where a word for
 * "language" stands before one that we do not know, or alone.
 */
export function readLanguageWish(core: string): Intent | undefined {
  const asked = takeFront(core, PATTERNS.language.some.source);
  if (asked !== undefined) {
    const rest = takeFront(asked, IN.some.source) ?? asked;
    // "LANG en" names English: "en" is also Spanish for "in", which would leave nothing.
    const to = NAMED.find(({ names }) => names.whole.test(asked) || names.whole.test(rest))?.language;
    if (to) return { kind: 'language', to };
    return rest.trim().split(' ').length <= 1 ? { kind: 'language' } : undefined;
  }
  const to = findByFullName(takeFront(core, IN.some.source) ?? core);
  return to && { kind: 'language', to };
}

function findByFullName(words: string): Language | undefined {
  return NAMED.find(({ fullNames }) => fullNames.whole.test(words))?.language;
}

/** The sentence without its opening; undefined where it does not open so. */
function takeFront(sentence: string, opening: string): string | undefined {
  const match = new RegExp(`^ (?:${opening})`).exec(sentence);
  return match ? ` ${sentence.slice(match[0].length)}` : undefined;
}
