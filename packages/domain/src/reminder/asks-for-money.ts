import { REMINDER_TEMPLATES } from './cadence.ts';

/** Texts besides a cadence's own that ask for money of themselves: a person is sent one of all of these a day. */
export const OTHER_ASKING_TEMPLATES: readonly string[] = [
  'fee-added',
  'interest-added',
  'promise-due',
  'promise-broken',
  'instalment-due',
  'instalment-missed',
  'plan-broken',
  'discount-offer',
];

/** Every text that comes unasked and asks for money. Notices of what autopay will take, and of a new bill, are none. */
export const ASKING_TEMPLATES: readonly string[] = [
  ...REMINDER_TEMPLATES,
  'digest',
  'digest-overdue',
  ...OTHER_ASKING_TEMPLATES,
];
