import type { CardFieldsSetup } from './bill-views.ts';

/** A card or a bank account to be entered and kept, without paying. */
export interface NewMethodStep {
  kind: 'card' | 'bank';
  /** Names this try: sent twice, it is kept once. */
  tryId: string;
  /** A bank account could be added too. */
  hasBank: boolean;
  /** Whose account it is at the bank, to begin with. */
  owner: { firstName: string; lastName: string };
  fields: CardFieldsSetup;
  /** With a bank account: what is agreed to, and its version. */
  words?: string;
  wordingKey?: string;
  problem?: 'declined' | 'no-answer' | 'other-words' | 'not-agreed' | 'not-ready';
}
