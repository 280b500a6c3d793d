/**
 * Why a customer has something to their credit. `paperless` for doing without paper · `goodwill` because the biller wants
 * to · `overpayment` they paid more than was due.
 */
export type CreditKind = 'paperless' | 'goodwill' | 'overpayment';

/** What a biller gives; an overpayment comes from the customer. */
export const GRANTED_KINDS = ['paperless', 'goodwill'] as const satisfies readonly CreditKind[];

/** How what is left of a credit goes: its day is over · it is taken back by rule · it is paid back, an overpayment only. */
export type CreditEnd = 'expired' | 'taken-back' | 'paid-back';

/** What a biller decides about credits. Amounts are minor units of the biller's currency. */
export interface CreditRules {
  /** What an account gets for doing without paper, once in its life; 0 where nothing. */
  paperlessMinor: number;
  /** Who takes paper again within so many days loses what is left of it. */
  paperlessKeepDays: number;
  /** A credit that is not used ends after so many days; null where it does not. An overpayment is the customer's own. */
  expiresAfterDays: number | null;
  /** What an agent may grant at once; a lead or a manager `leadUpToMinor`, an admin any amount. */
  agentUpToMinor: number;
  leadUpToMinor: number;
}

/** A credit with what is left of it. */
export interface OpenCredit {
  creditId: string;
  leftMinor: number;
  /** The last day on which it can be used, `YYYY-MM-DD`; null where there is none. */
  expiresOn: string | null;
}
