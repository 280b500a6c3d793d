import { removePhrases } from './compile-phrases.ts';
import { PATTERNS, type PhraseTable } from './words/patterns.ts';

/**
 * What is left of a sentence (or of a whole text as one sentence) when greetings and thanks are taken away and a word that
 * is said twice is said once: " stop " of "Please stop stop, thanks".
 */
export function readCore(sentence: string): string {
  const words = removePhrases(sentence, PATTERNS.polite).replaceAll('|', ' ').trim().split(/\s+/);
  const core = words.filter((word, index) => word !== '' && word !== words[index - 1]);
  return core.length === 0 ? ' ' : ` ${core.join(' ')} `;
}

/** Whether the core is one of a table's phrases from end to end. */
export function isCore(core: string, table: PhraseTable): boolean {
  return core !== ' ' && PATTERNS[table].whole.test(core);
}
