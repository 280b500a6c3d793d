import { LANGUAGES, type Language } from '../locale/language.ts';
import { misread, type Reading, read } from './problem.ts';

/** Reads a language tag ("sv", "en-US", "no"); what comes after the language itself says nothing to us. */
export function readLanguage(text: string): Reading<Language> {
  const [tag = ''] = text.toLowerCase().split(/[-_]/);
  // Norwegian is tagged `no` by most systems, and who reads Nynorsk reads Bokmål.
  const language = tag === 'no' || tag === 'nn' ? 'nb' : tag;
  const found = LANGUAGES.find((each) => each === language);
  return found ? read(found) : misread('LANGUAGE_UNKNOWN', LANGUAGES.join(', '));
}

/** Reads an IANA zone. An offset ("+01:00") is none: it does not know when the clocks change. */
export function readTimeZone(text: string): Reading<string> {
  return isTimeZone(text) ? read(text) : misread('TIME_ZONE_UNKNOWN', 'America/Chicago');
}

/** Asking costs 50 µs and a file names few zones; only real ones are kept, so garbage does not fill the memory. */
const known = new Set<string>();

export function isTimeZone(text: string): boolean {
  if (known.has(text)) return true;
  if (!/^[A-Z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return false;
  }
  known.add(text);
  return true;
}
