import { TEMPLATE_KINDS, type TemplateName } from './template-vars.ts';
import type { LockScreenLevel } from './text-kind.ts';

/**
 * What a biller chooses a level for: texts about bills, receipts, and texts about late bills. An answer to the customer's
 * own text is read by whoever holds the phone; what asks for consent, and advertising, tells nothing of an account.
 */
export const LEVELLED = ['info', 'receipt', 'past_due'] as const;

export type Levelled = (typeof LEVELLED)[number];

/** The most that a lock screen may be told, by what a text is for. */
export type LockScreen = Readonly<Record<Levelled, LockScreenLevel>>;

/** Nothing is left out: no text says more than this (compliance 2.2; what would be L3 is in no text). */
export const OPEN_LOCK_SCREEN: LockScreen = { info: 'L1', receipt: 'L1', past_due: 'L2' };

/** Levels from the least to the most that they tell. */
export const LEVELS: readonly LockScreenLevel[] = ['L0', 'L1', 'L2'];

/** Whether a text says no more than the biller lets a lock screen show; one that does goes out as `account-message`. */
export function fitsLockScreen(name: TemplateName, lockScreen: LockScreen): boolean {
  const { category, level } = TEMPLATE_KINDS[name];
  const most = LEVELLED.find((one) => one === category);
  return most === undefined || LEVELS.indexOf(level) <= LEVELS.indexOf(lockScreen[most]);
}
