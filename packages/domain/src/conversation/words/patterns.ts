import { LANGUAGES, type Language } from '../../locale/language.ts';
import { compilePhrases, joinPhrases, type Phrases } from '../compile-phrases.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { LanguageWords } from './language-words.ts';
import { NORWEGIAN } from './norwegian.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';

export type PhraseTable = Exclude<keyof LanguageWords, 'sets'>;

const WORDS: Record<Language, LanguageWords> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  sv: SWEDISH,
  nb: NORWEGIAN,
};

/** The tables of each language: for readings where one table narrows another, which only its own language may do. */
export const BY_LANGUAGE: readonly Readonly<Record<PhraseTable, Phrases>>[] = LANGUAGES.map((language) =>
  everyTable((table) => compilePhrases(WORDS[language][table], WORDS[language].sets)),
);

/** Each table over all languages: people answer a text in the language that they think in. */
export const PATTERNS: Readonly<Record<PhraseTable, Phrases>> = everyTable((table) =>
  joinPhrases(BY_LANGUAGE.map((language) => language[table])),
);

function everyTable(make: (table: PhraseTable) => Phrases): Record<PhraseTable, Phrases> {
  return {
    polite: make('polite'),
    stopAlone: make('stopAlone'),
    stopRequests: make('stopRequests'),
    noRequests: make('noRequests'),
    narrowed: make('narrowed'),
    cease: make('cease'),
    keep: make('keep'),
    idioms: make('idioms'),
    stopWords: make('stopWords'),
    wrongNumber: make('wrongNumber'),
    ownNumber: make('ownNumber'),
    died: make('died'),
    ownNews: make('ownNews'),
    pay: make('pay'),
    payNow: make('payNow'),
    payAll: make('payAll'),
    payWish: make('payWish'),
    yes: make('yes'),
    no: make('no'),
    start: make('start'),
    help: make('help'),
    balance: make('balance'),
    agent: make('agent'),
  };
}
