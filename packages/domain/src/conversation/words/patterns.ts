import { LANGUAGES, type Language } from '../../locale/language.ts';
import { compilePhrases, joinPhrases, type Phrases } from '../compile-phrases.ts';
import { COMMAND_WORDS, type CommandName } from './commands/commands.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { LanguageWords } from './language-words.ts';
import { NORWEGIAN } from './norwegian.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';

type StopTable = Exclude<keyof LanguageWords, 'sets'>;

export type PhraseTable = StopTable | CommandName;

const WORDS: Record<Language, LanguageWords> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  sv: SWEDISH,
  nb: NORWEGIAN,
};

const STOP_TABLES = Object.keys(ENGLISH).filter((table): table is StopTable => table !== 'sets');

/** The tables of each language: for readings where one table narrows another, which only its own language may do. */
export const BY_LANGUAGE: readonly Readonly<Record<StopTable, Phrases>>[] = LANGUAGES.map((language) =>
  makeTables(STOP_TABLES, (table) => compilePhrases(WORDS[language][table], WORDS[language].sets)),
);

/** Each table over all languages: people answer a text in the language that they think in. */
export const PATTERNS: Readonly<Record<PhraseTable, Phrases>> = {
  ...makeTables(STOP_TABLES, (table) => joinPhrases(BY_LANGUAGE.map((language) => language[table]))),
  ...makeTables(Object.keys(COMMAND_WORDS) as CommandName[], (command) =>
    compilePhrases(LANGUAGES.flatMap((language) => COMMAND_WORDS[command][language])),
  ),
};

function makeTables<T extends string>(tables: readonly T[], make: (table: T) => Phrases): Record<T, Phrases> {
  return Object.fromEntries(tables.map((table) => [table, make(table)])) as Record<T, Phrases>;
}
