/** What a bonus is for. */
export type BonusKind = 'text' | 'autopay' | 'paperless';

/** What agents earn, and when it is theirs. A plan that was used is not edited: a bonus keeps the amount that it began with. */
export interface BonusPlan {
  key: string;
  version: number;
  /** Per enrollment, in minor units of the biller's currency. */
  amountMinor: Readonly<Record<BonusKind, number>>;
  /** Of an account that was enrolled before: so many hundredths of the amount. */
  againPercent: number;
  /** How long the handset must not say STOP before a bonus is theirs. */
  vestAfterMs: number;
  /** How long after the YES a STOP takes a bonus back. */
  clawBackForMs: number;
  /** What one agent can earn in a day of the biller's; enrollments beyond it count, and earn nothing. */
  mostPerDayMinor: number;
}

const DAY_MS = 86_400_000;

/** The plan that every biller begins with. */
export const DEFAULT_PLAN: BonusPlan = {
  key: 'standard',
  version: 1,
  amountMinor: { text: 300, autopay: 500, paperless: 100 },
  againPercent: 0,
  vestAfterMs: 14 * DAY_MS,
  clawBackForMs: 90 * DAY_MS,
  mostPerDayMinor: 30_000,
};
