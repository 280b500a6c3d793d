import type { StepUpWay } from '@kvitt/domain/session/step-up-ways';

/** Pages that are led to once the browser has proved whose it is. */
export const AFTER_STEP_UP = [
  '',
  'account',
  'amount',
  'promise',
  'due-date',
  'autopay',
  'methods',
  'methods/new',
  'statement',
  'plan',
  'pay',
  'thread',
  'preferences',
  'paperless',
  'payers',
  'phones',
  'own-data',
  'passkeys',
] as const;

export type AfterStepUp = (typeof AFTER_STEP_UP)[number];

export interface StepUpView {
  /** `aged` the link is too old to open even its bill by itself · `rest` what is asked for is not for a link alone. */
  why: 'aged' | 'rest';
  next: AfterStepUp;
  /** The way that the page asks for; undefined where none is left. */
  way: StepUpWay | undefined;
  /** The others that are open. */
  others: readonly StepUpWay[];
  /** The last two digits of the phone on file; empty where there is none. */
  phoneTail: string;
  /** A passkey is set up for the account. */
  hasPasskey: boolean;
  /** A code is on its way to that phone. */
  isCodeSent: boolean;
  problem?:
    | { kind: 'wrong'; triesLeft: number }
    | { kind: 'locked'; untilIso: string }
    | { kind: 'too-soon' }
    | { kind: 'cannot-text' };
}
