import type { DeclineKind } from '../../payment/outcome.ts';
import { kind } from './text-kind.ts';

const DECLINES = [
  'insufficient-funds',
  'try-later',
  'card-refused',
  'card-expired',
  'card-data',
  'needs-authentication',
  'duplicate',
  'fraud',
  'not-found',
  'never-arrived',
  'configuration',
] as const satisfies readonly DeclineKind[];

const RECEIPT = {
  amount: 'words',
  date: 'words',
  card: 'words',
  reference: 'words',
  /** What is left to pay on the bill. */
  balance: 'words',
  link: 'optional',
} as const;

const QUESTION = { amount: 'words', invoiceNumber: 'words', card: 'words', code: 'words' } as const;
const QUESTION_NEEDS = ['amount', 'card', 'code'] as const;

/** The texts about money that moves, moved, or did not. */
export const KINDS_OF_PAYMENTS = {
  'pay-question': kind('reply', 'L1', QUESTION, QUESTION_NEEDS),
  'pay-question-again': kind(
    'reply',
    'L1',
    {
      ...QUESTION,
      /** The question's time ran out · the amount or the card is another now · the answer had another code or none. */
      why: ['expired', 'changed', 'code'],
    },
    QUESTION_NEEDS,
  ),
  /** About a part of what is due on a bill, and about several bills in one sum; `asked` where it is asked the first time. */
  'pay-question-part': kind(
    'reply',
    'L1',
    { ...QUESTION, due: 'words', why: ['asked', 'expired', 'changed', 'code'] },
    QUESTION_NEEDS,
  ),
  /** What is due of a plan: one part, or all that are due by then. */
  'pay-question-instalment': kind(
    'reply',
    'L1',
    {
      amount: 'words',
      card: 'words',
      code: 'words',
      number: 'count',
      count: 'count',
      why: ['asked', 'expired', 'changed', 'code'],
    },
    ['amount', 'card', 'code'],
  ),
  'pay-question-several': kind(
    'reply',
    'L1',
    { ...QUESTION, why: ['asked', 'expired', 'changed', 'code'] },
    QUESTION_NEEDS,
  ),
  receipt: kind('receipt', 'L1', RECEIPT, ['amount', 'date', 'reference', 'balance', 'link']),
  /** A receipt for several bills: `split` names each with what went to it. */
  'receipt-split': kind('receipt', 'L1', { ...RECEIPT, split: 'words' }, [
    'amount',
    'date',
    'reference',
    'split',
    'link',
  ]),
  /** The receipt of who paid before autopay would have: the queued charge is gone. */
  'receipt-early': kind('receipt', 'L1', { ...RECEIPT, autopayDate: 'words' }, [
    'amount',
    'date',
    'reference',
    'autopayDate',
    'link',
  ]),
  'payment-declined': kind(
    'receipt',
    'L1',
    { why: DECLINES, amount: 'words', card: 'words', link: 'optional' },
    ['amount', 'link'],
  ),
  'checking-payment': kind('receipt', 'L1', { amount: 'words' }, ['amount']),
  'payment-did-not-arrive': kind('receipt', 'L1', { amount: 'words' }, ['amount']),
  /** The bank took the money back days later. */
  'payment-returned': kind(
    'info',
    'L1',
    /** `retryOn` the day of the next try, where there is one. */
    { amount: 'words', invoiceNumber: 'words', fee: 'optional', retryOn: 'optional', link: 'optional' },
    ['amount', 'fee', 'link'],
  ),
  'card-expiring': kind(
    'info',
    'L1',
    { firstName: 'words', card: 'words', expires: 'words', hasAutopay: 'flag', link: 'optional' },
    ['card', 'expires', 'link'],
  ),
  'method-closed': kind(
    'info',
    'L1',
    { firstName: 'words', card: 'words', hasAutopay: 'flag', link: 'optional' },
    ['card', 'link'],
  ),
  'refund-made': kind('receipt', 'L1', { amount: 'words', card: 'words' }, ['amount']),
  'credit-added': kind('info', 'L1', { amount: 'words', link: 'optional' }, ['amount', 'link']),
  /** More came in than was due: the customer says what becomes of it. */
  overpaid: kind('info', 'L1', { amount: 'words' }, ['amount']),
  /** The answer to KEEP. */
  'overpayment-kept': kind('reply', 'L1', { amount: 'words' }, ['amount']),
  /** What was overpaid has been sent back. */
  'overpayment-returned': kind('info', 'L1', { amount: 'words' }, ['amount']),
  /** What is left of a credit, and the last day on which it can be used. */
  'credit-expiring': kind('info', 'L1', { amount: 'words', date: 'words', withStop: 'flag' }, [
    'amount',
    'date',
    'withStop',
  ]),
  'already-paid': kind('reply', 'L1', { invoiceNumber: 'words', date: 'words' }),
  'nothing-due': kind('reply', 'L0', {}),
  'no-card': kind('reply', 'L1', { amount: 'words', link: 'optional' }, ['amount', 'link']),
  'amount-by-link': kind('reply', 'L0', { link: 'optional' }, ['link']),
  'amount-not-possible': kind('reply', 'L1', { least: 'words', most: 'words' }, ['least', 'most']),
  /** A YES or NO where no question is open. */
  'no-offer': kind('reply', 'L0', {}),
  /** A NO to a question. */
  'offer-declined': kind('reply', 'L0', { link: 'optional' }, ['link']),
  'undo-done': kind('reply', 'L1', { amount: 'words', card: 'words', link: 'optional' }, ['amount', 'link']),
  'undo-too-late': kind('reply', 'L1', { amount: 'words', supportPhone: 'words' }, ['supportPhone']),
  'undo-checking': kind('reply', 'L1', { amount: 'words' }),
  'undo-nothing': kind('reply', 'L0', {}),
  'promise-made': kind('reply', 'L1', { amount: 'words', date: 'words', link: 'optional' }, [
    'amount',
    'date',
    'link',
  ]),
  'promise-how': kind('reply', 'L0', {}),
  'promise-amount-not-possible': kind('reply', 'L1', { least: 'words', most: 'words' }, ['least', 'most']),
  'promise-not-possible': kind('reply', 'L1', { latest: 'words', example: 'words' }, ['latest']),
  'promise-kept': kind('receipt', 'L1', { amount: 'words', balance: 'words' }, ['amount', 'balance']),
  /** LATER: nothing is charged, and a day can be promised. */
  later: kind('reply', 'L1', { amount: 'words', count: 'count', nextDue: 'words' }, ['amount', 'nextDue']),
  'plan-how': kind('reply', 'L0', {}),
  'plan-offered': kind(
    'reply',
    'L1',
    { amount: 'words', count: 'count', part: 'words', firstDate: 'words', code: 'words', link: 'optional' },
    ['amount', 'count', 'part', 'firstDate', 'code', 'link'],
  ),
  /** `card` where a mandate lets each part be charged by itself. */
  'plan-made': kind(
    'reply',
    'L1',
    { count: 'count', part: 'words', firstDate: 'words', card: 'optional', link: 'optional' },
    ['count', 'part', 'firstDate', 'card', 'link'],
  ),
  'plan-running': kind(
    'reply',
    'L1',
    {
      paid: 'count',
      count: 'count',
      balance: 'words',
      amount: 'words',
      dueDate: 'words',
      card: 'optional',
      link: 'optional',
    },
    ['balance', 'amount', 'dueDate', 'link'],
  ),
  'plan-paid': kind('receipt', 'L0', {}),
  'plan-ended': kind('info', 'L1', { amount: 'words', link: 'optional' }, ['amount', 'link']),
  'plan-not-possible': kind('reply', 'L0', {}),
  balance: kind('reply', 'L1', { amount: 'words', count: 'count', nextDue: 'words', link: 'optional' }, [
    'amount',
    'nextDue',
    'link',
  ]),
  /** `menu` is "1: $84.20, Fri, Nov 27. 2: ..."; without `total` where there is no one sum. */
  'bills-menu': kind('reply', 'L1', { menu: 'words', total: 'optional' }, ['menu']),
} as const;
