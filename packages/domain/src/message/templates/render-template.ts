import type { Language } from '../../locale/language.ts';
import { normaliseText } from '../normalise-text.ts';
import { ENGLISH } from './english.ts';
import { SPANISH } from './spanish.ts';
import type { TemplateName, Templates, TemplateVars } from './template-vars.ts';

/**
 * The text of a template, ready to be sent: brand first, normalised, one line. English where the templates are not yet in
 * the customer's language; their words are understood in any.
 */
export function renderTemplate<N extends TemplateName>(
  name: N,
  language: Language,
  vars: TemplateVars<N>,
): string {
  const body = TEMPLATES[writtenLanguage(language)][name](vars);
  return normaliseText(`${vars.brand}: ${body}`).replace(/\s+/g, ' ').trim();
}

type WrittenLanguage = 'en' | 'es';

const TEMPLATES: Record<WrittenLanguage, Templates> = { en: ENGLISH, es: SPANISH };

function writtenLanguage(language: Language): WrittenLanguage {
  return language === 'es' ? 'es' : 'en';
}
