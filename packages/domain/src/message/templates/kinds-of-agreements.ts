import { REMINDER, REMINDER_NEEDS } from './kinds-of-bills.ts';
import { kind } from './text-kind.ts';

/** The texts about what was agreed on: promises, and the parts of a plan. */
export const KINDS_OF_AGREEMENTS = {
  'promise-due': kind(
    'info',
    'L1',
    { firstName: 'words', amount: 'words', card: 'optional', link: 'optional', withStop: 'flag' },
    ['amount', 'withStop', 'link'],
  ),
  'promise-broken': kind(
    'past_due',
    'L2',
    { firstName: 'words', amount: 'words', date: 'words', card: 'optional', link: 'optional' },
    ['firstName', 'amount', 'date', 'link'],
  ),
  'instalment-due': kind('info', 'L1', { ...REMINDER, number: 'count', count: 'count' }, REMINDER_NEEDS),
  'instalment-missed': kind(
    'past_due',
    'L2',
    {
      firstName: 'words',
      number: 'count',
      count: 'count',
      amount: 'words',
      dueDate: 'words',
      /** When the plan ends unless the part is paid; missing where it does not. */
      endsOn: 'optional',
      card: 'optional',
      link: 'optional',
    },
    ['firstName', 'amount', 'dueDate', 'endsOn', 'link'],
  ),
  'plan-broken': kind(
    'past_due',
    'L2',
    { firstName: 'words', amount: 'words', dueDate: 'words', card: 'optional', link: 'optional' },
    ['firstName', 'amount', 'dueDate', 'link'],
  ),
} as const;
