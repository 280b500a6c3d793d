import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import type { Language } from '@kvitt/domain/locale/language';
import { spellName } from '@kvitt/domain/message/spell-name';
import { fitsLockScreen } from '@kvitt/domain/message/templates/fits-lock-screen';
import { renderTemplate } from '@kvitt/domain/message/templates/render-template';
import { renderText } from '@kvitt/domain/message/templates/render-text';
import type { TemplateName, TemplateVars } from '@kvitt/domain/message/templates/template-vars';
import type { TxCtx } from '../kit/context.ts';

/**
 * Writes a text as `renderTemplate` does, in the biller's own words where it has some. What says more than the biller lets
 * a lock screen show is written as `account-message`, with the link where there is one; it stays the text that it is to the
 * rules.
 * @param accountNumber of the account that the text is about; no more than its last four digits are shown
 */
export type Writer = <N extends TemplateName>(
  name: N,
  language: Language,
  vars: TemplateVars<N>,
  accountNumber?: string,
) => string;

/** What writes a biller's texts within the caller's transaction: in its own words where there are any, else in ours. */
export async function loadWriter(tx: Pick<TxCtx, 'em'>, billerId: string): Promise<Writer> {
  const own = await loadOwnTexts(tx.em, billerId);
  const render: Writer = (name, language, given) => {
    const vars = own.isNameSpelt ? spellNames(given) : given;
    const wording = own.find(name, language);
    return wording ? renderText(wording, name, vars) : renderTemplate(name, language, vars);
  };
  return (name, language, given, accountNumber) => {
    if (fitsLockScreen(name, own.lockScreen)) return render(name, language, given);
    return render('account-message', language, {
      brand: given.brand,
      ...(accountNumber !== undefined && { accountTail: accountNumber.slice(-4) }),
      ...('link' in given && typeof given.link === 'string' && { link: given.link }),
    });
  };
}

function spellNames<V extends object>(vars: V): V {
  return 'firstName' in vars && typeof vars.firstName === 'string'
    ? { ...vars, firstName: spellName(vars.firstName) }
    : vars;
}
