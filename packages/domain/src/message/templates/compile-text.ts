import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, localeOf } from '../../locale/language.ts';
import { spellForGsm } from './spell-for-gsm.ts';

/** A wording made ready: takes the values by name and gives the words, as they are spelt or in the GSM alphabet. */
export type CompiledText = (values: Record<string, string | number>, spelling: Spelling) => string;

export type Spelling = 'proper' | 'gsm';

/**
 * Reads an ICU MessageFormat wording once, for many uses. Throws a SyntaxError where it cannot be read; `lint-text` says
 * that in a kinder way. Angle brackets are words and not tags.
 */
export function compileText(wording: string, language: Language): CompiledText {
  const proper = read(wording, language);
  const plain = spellForGsm(wording);
  const gsm = plain === wording ? proper : read(plain, language);
  return (values, spelling) => String((spelling === 'gsm' ? gsm : proper).format(values));
}

function read(wording: string, language: Language): IntlMessageFormat {
  return new IntlMessageFormat(wording, localeOf(language), undefined, { ignoreTag: true });
}
