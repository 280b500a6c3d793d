import { LANGUAGES, type Language } from '@kvitt/domain/locale/language';
import { TEMPLATE_NAMES, type TemplateName } from '@kvitt/domain/message/templates/template-vars';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/** The name of a text as it was typed, or the error that says what there is. */
export function readTemplateName(text: string): TemplateName {
  const found = TEMPLATE_NAMES.find((name) => name === text);
  if (found) return found;
  const like = TEMPLATE_NAMES.filter((name) => name.includes(text) || text.includes(name));
  const there = like.length > 0 ? `did you mean ${like.join(', ')}?` : '`template list` has them all.';
  throw new CommandError(EXIT.usage, `There is no text ${text}; ${there}`);
}

/** The language of an option, English where none was given. */
export function readLanguage(text: string | undefined): Language {
  const found = LANGUAGES.find((language) => language === (text ?? 'en'));
  if (found) return found;
  throw new CommandError(EXIT.usage, `There is no language ${text}; there are ${LANGUAGES.join(', ')}.`);
}
