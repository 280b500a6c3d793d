import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import type { Language } from '@kvitt/domain/locale/language';
import { spellName } from '@kvitt/domain/message/spell-name';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import type { TemplateName, TemplateVars } from '@kvitt/domain/message/templates/template-vars';
import type { TxCtx } from '../kit/context.ts';

/** Writes a text as `renderTemplate` does, in the biller's own words where it has some. */
export type Writer = <N extends TemplateName>(name: N, language: Language, vars: TemplateVars<N>) => string;

/** What writes a biller's texts within the caller's transaction: in its own words where there are any, else in ours. */
export async function loadWriter(tx: Pick<TxCtx, 'em'>, billerId: string): Promise<Writer> {
  const own = await loadOwnTexts(tx.em, billerId);
  return (name, language, given) => {
    const vars = own.isNameSpelt ? spellNames(given) : given;
    const wording = own.find(name, language);
    return wording ? renderText(wording, name, vars) : renderTemplate(name, language, vars);
  };
}

function spellNames<V extends object>(vars: V): V {
  return 'firstName' in vars && typeof vars.firstName === 'string'
    ? { ...vars, firstName: spellName(vars.firstName) }
    : vars;
}
