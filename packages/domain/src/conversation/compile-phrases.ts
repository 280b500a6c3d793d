import { foldLetters } from './fold-text.ts';

/** Words that a phrase may name as `<name>`: each a list with spaces between, `_` within an entry of several words. */
export type WordSets = Readonly<Record<string, string>>;

/** Phrases as patterns for a folded sentence: one of them somewhere, each of them, or one from end to end. */
export interface Phrases {
  some: RegExp;
  every: RegExp;
  whole: RegExp;
}

/**
 * Makes patterns of a list of phrases, to be tried on a folded sentence (" word word "). A phrase is read as words with
 * spaces between: `stop|quit` one of these · `me?` may be missing · `me*` any number up to six · `<texts>` one of the set's
 * · `do_not` two words as one · `@` any one word, `@ing` any that ends so · `#` a number · `~` up to four words of any kind
 * · `!you|they` not behind these · `^` and `$` the ends of the sentence, `$` also as one of several (`now|$`). They are
 * written as they are spelt; accents fold as in the text, and `ä ö ü å ø` are met as `ae oe ue aa oe` too.
 */
export function compilePhrases(phrases: readonly string[], sets: WordSets = {}): Phrases {
  return toPhrases(
    phrases.length === 0 ? NOTHING : phrases.map((phrase) => compilePhrase(phrase, sets)).join('|'),
  );
}

/** Several lists as one. */
export function joinPhrases(lists: readonly Phrases[]): Phrases {
  return toPhrases(lists.map((list) => list.some.source).join('|'));
}

/** Every match taken out of the sentence, a break left where it was. */
export function removePhrases(sentence: string, phrases: Phrases): string {
  return sentence.replace(phrases.every, '| ');
}

const NOTHING = '(?!)';

function toPhrases(source: string): Phrases {
  return { some: new RegExp(source), every: new RegExp(source, 'g'), whole: new RegExp(`^ (?:${source})$`) };
}

function compilePhrase(phrase: string, sets: WordSets): string {
  const tokens = phrase.trim().split(/\s+/);
  return `(?<= )${tokens.map((token) => compileToken(token, sets)).join('')}`;
}

function compileToken(token: string, sets: WordSets): string {
  if (token === '^') return '(?<=^ )';
  if (token === '$') return '$';
  if (token === '~') return '(?:[^ |]+ ){0,4}';
  if (token.startsWith('!')) return `(?<! ${oneOf(token.slice(1), sets)})`;
  if (token.endsWith('?')) return `${oneOf(token.slice(0, -1), sets)}?`;
  if (token.endsWith('*')) return `${oneOf(token.slice(0, -1), sets)}{0,6}`;
  return oneOf(token, sets);
}

function oneOf(words: string, sets: WordSets): string {
  const entries = words.split('|');
  const sources = entries.filter((word) => word !== '$').flatMap((word) => readWordsOf(word, sets));
  const end = entries.includes('$') ? '|$' : '';
  return `(?:(?:${sources.join('|')}) ${end})`;
}

function readWordsOf(word: string, sets: WordSets): string[] {
  if (word === '#') return ['\\d+'];
  if (word === '@') return ['[^ |]+'];
  if (word.startsWith('@')) return [`[^ |]*${word.slice(1)}`];
  const name = /^<(\w+)>$/.exec(word)?.[1];
  if (name === undefined) return spellings(word);
  const set = sets[name];
  if (set === undefined) throw new Error(`no set of words is called ${name}`);
  return set
    .trim()
    .split(/\s+/)
    .flatMap((entry) => spellings(entry));
}

/** A word as it folds, and as it is typed where a keyboard lacks its letters. */
function spellings(word: string): string[] {
  const spaced = word.replaceAll('_', ' ');
  const typed = spaced.replace(/[äöüåø]/g, (letter) => TYPED_AS[letter] ?? letter);
  return [...new Set([foldLetters(spaced), foldLetters(typed)])];
}

const TYPED_AS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
