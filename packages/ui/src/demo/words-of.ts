import type { Language } from '@kvitt/domain/locale/language';
import { type DemoWords, EN } from './demo-words.ts';
import { DE, ES, NB, SV } from './other-words.ts';

/** What the demos say in each language of the pages. */
export const WORDS_OF: Record<Language, DemoWords> = { en: EN, es: ES, de: DE, sv: SV, nb: NB };
