import type { Language } from '../locale/language.ts';
import type { ConsentChannel, ConsentPurpose } from './consent.ts';

/**
 * Words that a customer agrees to, as they are read aloud or shown. `{brand}` is the biller's name. A wording that was used
 * is never edited: a change is a new version, because the ledger says which one was agreed to.
 */
export interface ConsentWording {
  key: string;
  version: number;
  /** `YYYY-MM-DD`, the first day of its use. */
  from: string;
  purposes: readonly ConsentPurpose[];
  channels: readonly ConsentChannel[];
  /** Why it says what it says. */
  source: string;
  words: Readonly<Record<Language, string>>;
}
