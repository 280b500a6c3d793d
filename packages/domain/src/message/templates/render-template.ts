import type { Language } from '../../locale/language.ts';
import { type CompiledText, compileText } from './compile-text.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import { NORWEGIAN } from './norwegian.ts';
import { renderText } from './render-text.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';
import type { TemplateName, Templates, TemplateVars } from './template-vars.ts';

/** Our own wordings, in ICU MessageFormat. */
export const WORDINGS: Readonly<Record<Language, Templates>> = {
  en: ENGLISH,
  es: SPANISH,
  de: GERMAN,
  sv: SWEDISH,
  nb: NORWEGIAN,
};

/** The text of a template, ready to be sent: brand first, normalised, one line. */
export function renderTemplate<N extends TemplateName>(
  name: N,
  language: Language,
  vars: TemplateVars<N>,
): string {
  return renderText(compiledOf(name, language), name, vars);
}

/** Reading a wording costs a hundred times more than using it. */
const compiled = new Map<string, CompiledText>();

function compiledOf(name: TemplateName, language: Language): CompiledText {
  const key = `${language} ${name}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = compileText(WORDINGS[language][name], language);
  compiled.set(key, made);
  return made;
}
