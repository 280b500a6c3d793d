import type { CreditKind } from '@kvitt/domain/credit/credit';
import type { Money } from '@kvitt/domain/money/money';

/** What customers arrange for themselves, behind the step-up: pages that need no script. */
export type OwnView = { kind: 'paperless'; paperless: PaperlessStep };

/** Bills without paper: what is told before, how it is agreed to, and how paper comes back. */
export interface PaperlessStep {
  isOn: boolean;
  /** What was or is agreed to, a paragraph each; the last one is the agreement itself. */
  words: readonly string[];
  /** Which version of them, as `key@version`: what is agreed to is what was shown. */
  wordingKey: string;
  /** What the account gets for it; absent where it had it before, or the biller gives nothing. */
  gift?: Money;
  /** Within so many days from now the credit goes with it, as far as it is unused. */
  keepDays: number;
  credits: readonly CreditLine[];
  done?: 'on' | 'off';
  problem?: 'wrong-code' | 'not-agreed' | 'new-wording' | 'stopped' | 'no-phone';
}

/** A credit of the account, and what is left of it. */
export interface CreditLine {
  creditId: string;
  kind: CreditKind;
  amount: Money;
  left: Money;
  /** `YYYY-MM-DD`. */
  grantedOn: string;
  expiresOn?: string;
}
