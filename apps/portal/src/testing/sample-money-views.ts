import type { NewMethodStep } from '@kvitt/api/portal/new-method-view';
import type { PortalView } from '@kvitt/api/portal/page';
import type { PlanPart, PlanStep } from '@kvitt/api/portal/plan-view';
import { type Money, money } from '@kvitt/domain/money/money';

const usd = (minor: number): Money => money(minor, 'USD');
const plan = (step: PlanStep): PortalView => ({ kind: 'plan', plan: step });

const card = {
  methodId: '01930000-0000-7000-8000-0000000000c1',
  brand: 'Visa',
  last4: '4242',
  kind: 'card' as const,
  expires: '09/2028',
  isDefault: true,
};

const part = (number: number, dueOn: string, open = 4274): PlanPart => ({
  number,
  dueOn,
  amount: usd(number === 3 ? 4272 : 4274),
  open: usd(open),
});
const parts = [part(1, '2026-12-01'), part(2, '2027-01-01'), part(3, '2027-02-01', 4272)];

const choose: PlanStep = {
  step: 'choose',
  due: usd(12_820),
  offers: [2, 3, 4, 5, 6].map((count) => ({ parts: count, amount: usd(Math.ceil(12_820 / count)) })),
  chosen: { parts: 3, pace: 'month', firstOn: '2026-12-01' },
  earliest: '2026-11-21',
  latest: '2026-12-22',
  isEnded: false,
};

const agree: PlanStep = {
  step: 'agree',
  planId: 'plan_1',
  due: usd(12_820),
  pace: 'month',
  parts,
  graceDays: 7,
  wordingKey: 'plan@1',
  words: 'I pay Nordlys Energy this amount in these parts on these days. I can end the plan any time.',
};

const running: PlanStep = {
  step: 'running',
  left: usd(8546),
  paidParts: 1,
  parts: [part(1, '2026-11-01', 0), part(2, '2026-12-01'), part(3, '2027-01-01', 4272)],
  next: { amount: usd(4274), dueOn: '2026-12-01' },
  graceDays: 7,
  words: agree.words,
  isNew: false,
};

const newCard: NewMethodStep = {
  kind: 'card',
  tryId: 'try_1',
  hasBank: true,
  owner: { firstName: 'Cindy', lastName: 'Rivera' },
  fields: {
    mode: 'local-emulator',
    authorization: 'sandbox_authorization',
    clientModule: '/bt-sandbox/client.js',
  },
};
const newBank: NewMethodStep = {
  ...newCard,
  kind: 'bank',
  wordingKey: 'bank-debit@1',
  words: 'I allow Nordlys Energy to take from this bank account each payment that I ask for.',
};
const newMethod = (step: NewMethodStep): PortalView => ({ kind: 'new-method', step });

/** The pages about money behind the step-up, in every state that looks different. */
export const sampleMoneyViews: Record<string, PortalView> = {
  'due-date': {
    kind: 'due-date',
    due: {
      moveId: 'move_1',
      number: '2026-10482',
      dueOn: '2026-11-27',
      earliest: '2026-11-28',
      latest: '2026-12-11',
      isProblem: true,
    },
  },
  'plan-choose': plan(choose),
  'plan-choose-wrong': plan({ ...choose, problem: 'bad-first-day' }),
  'plan-ended': plan({ ...choose, isEnded: true }),
  'plan-agree': plan(agree),
  'plan-agree-autopay': plan({ ...agree, autopay: card, problem: 'not-agreed' }),
  'plan-running': plan({ ...running, isNew: true, autopay: card }),
  'plan-missed': plan({
    ...running,
    parts: [part(1, '2026-11-01', 0), part(2, '2026-11-18', 2000), part(3, '2027-01-01', 4272)],
    missed: { amount: usd(2000), dueOn: '2026-11-18', endsOn: '2026-11-25' },
    next: { amount: usd(2000), dueOn: '2026-11-18' },
  }),
  'new-card': newMethod(newCard),
  'new-card-declined': newMethod({ ...newCard, problem: 'declined', hasBank: false }),
  'new-bank': newMethod(newBank),
  'new-bank-wrong': newMethod({ ...newBank, problem: 'not-agreed' }),
  statement: {
    kind: 'statement',
    statement: {
      from: '2025-11-21',
      to: '2026-11-21',
      opening: usd(0),
      closing: usd(-500),
      rows: [
        { day: '2026-10-06', words: 'Bill 2026-10441', amount: usd(7915), balance: usd(7915) },
        { day: '2026-10-20', words: 'Payment for bill 2026-10441', amount: usd(-7915), balance: usd(0) },
        { day: '2026-11-02', words: 'Credit', amount: usd(-500), balance: usd(-500) },
      ],
      receipts: [{ paymentId: 'pay_1', on: '2026-10-20', amount: usd(7915), reference: '8F3K21' }],
      isProblem: false,
    },
  },
  'statement-empty': {
    kind: 'statement',
    statement: {
      from: '2025-11-21',
      to: '2026-11-21',
      opening: usd(0),
      closing: usd(0),
      rows: [],
      receipts: [],
      isProblem: true,
    },
  },
  'shared-receipt': {
    kind: 'shared-receipt',
    receipt: {
      paymentId: 'pay_1',
      reference: '8F3K21',
      amount: usd(8420),
      paidAt: '2026-11-21T20:10:00Z',
      card: { brand: 'Apple Pay Visa', last4: '8886' },
      invoiceNumber: '2026-10482',
      remaining: usd(0),
      split: [{ invoiceNumber: '2026-10482', amount: usd(8420), remaining: usd(0) }],
      isCardKept: false,
    },
  },
  'plan-none': plan({ step: 'none', why: 'too-little', least: usd(5000), isEnded: false }),
  'plan-call': plan({ step: 'none', why: 'agent-only', least: usd(5000), isEnded: false }),
};
