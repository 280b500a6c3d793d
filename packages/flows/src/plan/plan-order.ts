import type { Language } from '@kvitt/domain/locale/language';
import type { Money } from '@kvitt/domain/money/money';
import type { PlanChannel } from '@kvitt/domain/plan/plan';
import type { PlanWish } from '@kvitt/domain/plan/propose-plan';

/** What a payment plan is made from. */
export interface PlanOrder {
  billerId: string;
  accountId: string;
  /** Made by whoever asks, from the text or the form: the same ask makes one plan. */
  planId: string;
  wish: PlanWish;
  /** What the customer was shown as due in all: a plan for another sum is not made. */
  agreed: Money;
  channel: PlanChannel;
  /** `customer`, or an agent's name. */
  by: string;
  /** The text that agreed to it, with the instant at which it came. */
  message?: { id: string; askedAt: Date };
  /** On a page: the words that were agreed to, `key@version`, and their language. */
  agreedWords?: { wordingKey: string; words: string; language: Language };
}
