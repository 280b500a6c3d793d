import { normaliseText } from '../normalise-text.ts';
import type { CompiledText } from './compile-text.ts';
import { TEMPLATE_KINDS, type TemplateName } from './template-vars.ts';

/** What a text is told, whichever text it is: `TemplateVars` says it exactly. */
type AnyVars = { brand: string } & Readonly<Record<string, string | number | boolean | undefined>>;

/** The text of a wording, ours or a biller's own, ready to be sent: brand first, normalised, one line. */
export function renderText(text: CompiledText, name: TemplateName, vars: AnyVars): string {
  const body = text(valuesOf(name, vars));
  return (
    normaliseText(`${vars.brand}: ${body}`)
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
