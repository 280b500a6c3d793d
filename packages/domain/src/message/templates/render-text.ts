import { normaliseText } from '../normalise-text.ts';
import { readEncoding } from '../split-segments.ts';
import type { CompiledText } from './compile-text.ts';
import { spellForGsm } from './spell-for-gsm.ts';
import { TEMPLATE_KINDS, type TemplateName } from './template-vars.ts';

/** What a text is told, whichever text it is: `TemplateVars` says it exactly. */
type AnyVars = { brand: string } & Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The text of a wording, ours or a biller's own, ready to be sent: brand first, normalised, one line. Its words are spelt for
 * the GSM alphabet only where that makes a GSM text of the whole: beside a name that it cannot write, "venció" costs nothing.
 */
export function renderText(text: CompiledText, name: TemplateName, vars: AnyVars): string {
  const values = valuesOf(name, vars);
  const proper = finish(vars.brand, text(values, 'proper'));
  if (readEncoding(proper) === 'GSM-7') return proper;
  const spelt = finish(vars.brand, text(spellValues(values), 'gsm'));
  return readEncoding(spelt) === 'GSM-7' ? spelt : proper;
}

/** What names somebody or something, or was written by the biller, is spelt as it is. */
const NAMES: readonly string[] = ['brand', 'firstName', 'area', 'offer', 'news', 'link', 'site'];

/** Dates are our own words: "sáb, 5 de dic". */
function spellValues(values: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([variable, value]) => [
      variable,
      typeof value === 'string' && !NAMES.includes(variable) ? spellForGsm(value) : value,
    ]),
  );
}

function finish(brand: string, body: string): string {
  return (
    normaliseText(`${brand}: ${body}`)
      // A sentence that ends with "27 nov." or with "Visa Inc." ends there once.
      .replace(/([^\s.])\.\.(?=\s|$)/g, '$1.')
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
  );
}

/** A wording asks with `select`, which knows words only: what is missing is `none`, a flag is `yes` or `no`. */
function valuesOf(name: TemplateName, vars: AnyVars): Record<string, string | number> {
  const values: Record<string, string | number> = { brand: vars.brand };
  for (const [variable, kind] of Object.entries(TEMPLATE_KINDS[name].vars)) {
    const value = vars[variable];
    if (value === undefined || value === '') values[variable] = kind === 'optional' ? 'none' : '';
    else if (typeof value === 'boolean') values[variable] = value ? 'yes' : 'no';
    else if (typeof kind === 'object') values[variable] = String(value).replaceAll('-', '_');
    else values[variable] = value;
  }
  return values;
}
