import type { Language } from '@kvitt/domain/locale/language';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import { NORWEGIAN } from './norwegian.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';
import type { DocumentWords } from './words.ts';

const WORDS: Record<Language, DocumentWords> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  sv: SWEDISH,
  nb: NORWEGIAN,
};

export function wordsOf(language: Language): DocumentWords {
  return WORDS[language];
}

/** Fills in what stands in braces. */
export function fill(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
