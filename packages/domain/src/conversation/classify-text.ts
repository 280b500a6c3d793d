import type { Intent } from './intent.ts';
import { readIntent } from './read-intent.ts';

/** The classes of inbound text that the contact policy knows. */
export type TextClass =
  | 'OPT_OUT'
  | 'CEASE'
  | 'WRONG_PARTY'
  | 'REVIEW_HOLD'
  | 'CONTINUE'
  | 'HELP'
  | 'START_OR_YES'
  | 'PAY'
  | 'PAN_REDACT'
  | 'FREE_TEXT';

/**
 * The class of an inbound text: the same reading as `readIntent`, coarser, so that the two cannot disagree. A command that
 * the policy has no class for is free text to it.
 */
export function classifyText(text: string): TextClass {
  return CLASS_OF[readIntent(text).kind] ?? 'FREE_TEXT';
}

const CLASS_OF: Partial<Record<Intent['kind'], TextClass>> = {
  'opt-out': 'OPT_OUT',
  cease: 'CEASE',
  'wrong-party': 'WRONG_PARTY',
  'review-hold': 'REVIEW_HOLD',
  continue: 'CONTINUE',
  help: 'HELP',
  start: 'START_OR_YES',
  yes: 'START_OR_YES',
  pay: 'PAY',
  'pay-now': 'PAY',
  'pay-amount': 'PAY',
  'pay-several': 'PAY',
  'card-number': 'PAN_REDACT',
};
