import { kind } from './text-kind.ts';

/** What every reminder of a bill that is not late yet is told. */
export const REMINDER = {
  firstName: 'words',
  amount: 'words',
  dueDate: 'words',
  invoiceNumber: 'optional',
  /** What is added after the due date, and from which day; missing where nothing is. A reminder says them. */
  lateFee: 'optional',
  feeOn: 'optional',
  /** Present where PAY would charge it after a question. */
  card: 'optional',
  link: 'optional',
  withStop: 'flag',
} as const;

/** And what a wording of one has to say. */
export const REMINDER_NEEDS = ['firstName', 'amount', 'dueDate', 'lateFee', 'withStop', 'link'] as const;

const OVERDUE = {
  firstName: 'words',
  amount: 'words',
  dueDate: 'words',
  invoiceNumber: 'optional',
  /** The fee that comes next, and the day on which it comes, where that is known. Only what is true. */
  lateFee: 'optional',
  feeOn: 'optional',
  /** From when the service may be interrupted, where the biller does that and has said so. */
  interruptionOn: 'optional',
  card: 'optional',
  link: 'optional',
} as const;

const OVERDUE_NEEDS = ['firstName', 'amount', 'dueDate', 'lateFee', 'interruptionOn', 'link'] as const;

/** The texts that come by themselves: about a bill, what is late, what was agreed, and what autopay will do. */
export const KINDS_OF_BILLS = {
  /** In place of a text that says more than the lock screen may show. */
  'account-message': kind('info', 'L0', { accountTail: 'optional', link: 'optional' }, [
    'accountTail',
    'link',
  ]),
  welcome: kind(
    'info',
    'L1',
    {
      firstName: 'words',
      /** When the next statement comes; `days` counts for `in-days` alone. */
      when: ['in-days', 'tomorrow', 'today', 'unknown'],
      days: 'count',
    },
    ['when'],
  ),
  'bill-ready': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      dueDate: 'words',
      invoiceNumber: 'optional',
      /** Present where PAY would charge it after a question. */
      card: 'optional',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'dueDate', 'withStop', 'link'],
  ),
  /** Only for a customer who switched one-reply pay on: PAY charges what this text states. */
  'bill-ready-one-reply': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      dueDate: 'words',
      card: 'words',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'dueDate', 'card', 'withStop', 'link'],
  ),
  /** Where the account's mandate will charge it: when and from which card. */
  'bill-ready-autopay': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      dueDate: 'words',
      invoiceNumber: 'optional',
      card: 'words',
      date: 'words',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'dueDate', 'card', 'date', 'withStop', 'link'],
  ),
  /** A bill that a plan pays, and the part of it that comes next. */
  'bill-ready-plan': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      invoiceNumber: 'words',
      number: 'count',
      count: 'count',
      amount: 'words',
      dueDate: 'words',
      card: 'optional',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'dueDate', 'withStop', 'link'],
  ),
  /** A new bill beside others that are open; without `total` where they are of several currencies. */
  'bill-ready-more': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      dueDate: 'words',
      count: 'count',
      total: 'optional',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'dueDate', 'count', 'total', 'withStop', 'link'],
  ),
  /** Without `total` where they are of several currencies. */
  'several-bills': kind('info', 'L1', { count: 'count', total: 'optional', link: 'optional' }, [
    'count',
    'total',
    'link',
  ]),
  'bill-changed': kind(
    'info',
    'L1',
    { firstName: 'words', invoiceNumber: 'words', amount: 'words', dueDate: 'words', link: 'optional' },
    ['invoiceNumber', 'amount', 'dueDate', 'link'],
  ),
  'due-date-moved': kind('info', 'L1', { amount: 'words', dueDate: 'words', link: 'optional' }, [
    'amount',
    'dueDate',
    'link',
  ]),
  'due-in-days': kind('info', 'L1', { ...REMINDER, days: 'count' }, REMINDER_NEEDS),
  'due-tomorrow': kind('info', 'L1', REMINDER, REMINDER_NEEDS),
  'due-today': kind('info', 'L1', REMINDER, REMINDER_NEEDS),
  digest: kind(
    'info',
    'L1',
    {
      firstName: 'words',
      count: 'count',
      total: 'words',
      nextDue: 'words',
      link: 'optional',
      withStop: 'flag',
    },
    ['count', 'total', 'nextDue', 'withStop', 'link'],
  ),
  /** Several bills of which one is past due at least. */
  'digest-overdue': kind(
    'past_due',
    'L2',
    { firstName: 'words', count: 'count', total: 'words', oldestDue: 'words', link: 'optional' },
    ['count', 'total', 'oldestDue', 'link'],
  ),
  'autopay-ahead': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      date: 'words',
      card: 'words',
      invoiceNumber: 'optional',
      link: 'optional',
      withStop: 'flag',
    },
    ['firstName', 'amount', 'date', 'card', 'withStop', 'link'],
  ),
  'autopay-failed': kind(
    'info',
    'L1',
    {
      firstName: 'words',
      amount: 'words',
      card: 'words',
      /** The day of our next try; missing where there is none. */
      retryOn: 'optional',
      link: 'optional',
    },
    ['amount', 'card', 'retryOn', 'link'],
  ),
  /** A first miss, within the grace that is left; `graceUntil` is missing where no fee comes at all. */
  'overdue-soft': kind(
    'past_due',
    'L2',
    {
      firstName: 'words',
      amount: 'words',
      dueDate: 'words',
      invoiceNumber: 'optional',
      graceUntil: 'optional',
      card: 'optional',
      link: 'optional',
    },
    ['firstName', 'amount', 'dueDate', 'graceUntil', 'link'],
  ),
  overdue: kind('past_due', 'L2', OVERDUE, OVERDUE_NEEDS),
  'overdue-again': kind('past_due', 'L2', { ...OVERDUE, daysLate: 'count' }, OVERDUE_NEEDS),
  'overdue-last': kind('past_due', 'L2', OVERDUE, OVERDUE_NEEDS),
  /** Interest for being late, and the late fee where both came on one day. */
  'interest-added': kind(
    'past_due',
    'L2',
    {
      firstName: 'words',
      interest: 'words',
      fee: 'optional',
      /** All that is due on the bill now, with both. */
      amount: 'words',
      invoiceNumber: 'words',
      dueDate: 'words',
      card: 'optional',
      link: 'optional',
    },
    ['firstName', 'interest', 'fee', 'amount', 'dueDate', 'link'],
  ),
  'fee-added': kind(
    'past_due',
    'L2',
    {
      firstName: 'words',
      fee: 'words',
      /** All that is due on the bill now, the fee included. */
      amount: 'words',
      invoiceNumber: 'words',
      dueDate: 'words',
      card: 'optional',
      link: 'optional',
    },
    ['firstName', 'fee', 'amount', 'dueDate', 'link'],
  ),
} as const;
