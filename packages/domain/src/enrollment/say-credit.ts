import { formatMoney } from '../locale/format-money.ts';
import type { Language } from '../locale/language.ts';
import type { Money } from '../money/money.ts';

const WORDS: Readonly<Record<Language, string>> = {
  en: ' You get {amount} off for it, once.',
  es: ' Por ello se le abonan {amount}, una vez.',
  de: ' Dafür schreiben wir Ihnen einmal {amount} gut.',
  sv: ' För det får du {amount} i avdrag, en gång.',
  nb: ' For det får du {amount} i avslag, én gang.',
};

/**
 * The sentence about the credit for doing without paper, to stand behind another; empty where there is none to promise,
 * because the biller gives none or the account has had it.
 */
export function sayCredit(amount: Money | undefined, language: Language): string {
  if (!amount || amount.minor <= 0) return '';
  return WORDS[language].replace('{amount}', () => formatMoney(amount, language));
}
