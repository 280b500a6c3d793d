/** The languages that a customer's words are understood in. */
export type Language = 'en' | 'es' | 'de' | 'sv' | 'nb';

export const LANGUAGES: readonly Language[] = ['en', 'es', 'de', 'sv', 'nb'];

/**
 * The locale that a language's amounts and dates are written in unless a country is named. Spanish is that of the United
 * States, where its readers are billed in dollars: "$84.20", not "84,20 US$".
 */
export function localeOf(language: Language): string {
  return LOCALES[language];
}

const LOCALES: Record<Language, string> = {
  en: 'en-US',
  es: 'es-US',
  de: 'de-DE',
  sv: 'sv-SE',
  nb: 'nb-NO',
};
