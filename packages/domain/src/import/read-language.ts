import { LANGUAGES, type Language } from '../locale/language.ts';
import { misread, type Reading, read } from './reading.ts';

/** Reads a language tag ("sv", "en-US", "no"); what comes after the language itself says nothing to us. */
export function readLanguage(text: string): Reading<Language> {
  const [tag = ''] = text.toLowerCase().split(/[-_]/);
  // Norwegian is tagged `no` by most systems, and who reads Nynorsk reads Bokmål.
  const language = tag === 'no' || tag === 'nn' ? 'nb' : tag;
  const found = LANGUAGES.find((each) => each === language);
  return found ? read(found) : misread('LANGUAGE_UNKNOWN', LANGUAGES.join(', '));
}
