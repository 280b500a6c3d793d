import type { Language } from '../../locale/language.ts';
import { normaliseText } from '../normalise-text.ts';
import { type CompiledText, compileText } from './compile-text.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import { NORWEGIAN } from './norwegian.ts';
import { SPANISH } from './spanish.ts';
import { SWEDISH } from './swedish.ts';
import { TEMPLATE_KINDS, type TemplateName, type Templates, type TemplateVars } from './template-vars.ts';

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

/** The same with another wording of the template, a biller's own. */
export function renderText<N extends TemplateName>(
  text: CompiledText,
  name: N,
  vars: TemplateVars<N>,
): string {
  const body = text(valuesOf(name, vars));
  return (
    normaliseText(`${vars.brand}: ${body}`)
      // A sentence that ends with "27 nov." or with "Visa Inc." ends there once.
      .replace(/([^\s.])\.\.(?=\s|$)/g, '$1.')
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
  );
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

/** A wording asks with `select`, which knows words only: what is missing is `none`, a flag is `yes` or `no`. */
function valuesOf<N extends TemplateName>(name: N, vars: TemplateVars<N>): Record<string, string | number> {
  const given = vars as Record<string, string | number | boolean | undefined>;
  const values: Record<string, string | number> = { brand: vars.brand };
  for (const [variable, kind] of Object.entries(TEMPLATE_KINDS[name].vars)) {
    const value = given[variable];
    if (value === undefined || value === '') values[variable] = kind === 'optional' ? 'none' : '';
    else if (typeof value === 'boolean') values[variable] = value ? 'yes' : 'no';
    else if (typeof kind === 'object') values[variable] = String(value).replaceAll('-', '_');
    else values[variable] = value;
  }
  return values;
}
