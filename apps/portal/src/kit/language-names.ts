import type { Language } from '@kvitt/domain/locale/language';

/** Each language by its own name: who looks for theirs reads no other. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  sv: 'Svenska',
  nb: 'Norsk',
};
