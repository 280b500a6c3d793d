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
  'plan-none': plan({ step: 'none', why: 'too-little', least: usd(5000), isEnded: false }),
  'plan-call': plan({ step: 'none', why: 'agent-only', least: usd(5000), isEnded: false }),
};
