import type { Language } from '../../../locale/language.ts';

/**
 * The words for one command in each language, in the phrases of `compile-phrases`; the first of each list begins with the
 * word that we teach. A command is only ever a whole text, and every language is always understood.
 */
export type CommandWords = Readonly<Record<Language, readonly [string, ...string[]]>>;
