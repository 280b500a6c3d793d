import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, localeOf } from '../../locale/language.ts';
import { spellForGsm } from './spell-for-gsm.ts';

/** A wording made ready: takes the values by name and gives the words. */
export type CompiledText = (values: Record<string, string | number>) => string;

/**
 * Reads an ICU MessageFormat wording once, for many uses. Throws a SyntaxError where it cannot be read; `lint-text` says
 * that in a kinder way. Angle brackets are words and not tags.
 */
export function compileText(wording: string, language: Language): CompiledText {
  const format = new IntlMessageFormat(spellForGsm(wording), localeOf(language), undefined, {
    ignoreTag: true,
  });
  return (values) => String(format.format(values));
}
