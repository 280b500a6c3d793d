import type { BillLine, SavedCard } from '@kvitt/api/portal/account-parts';
import type { BillView } from '@kvitt/api/portal/bill-views';
import type { PortalView } from '@kvitt/api/portal/page';
import type { Money } from '@kvitt/domain/money/money';
import { samplePreferences } from './sample-preferences.ts';
import { sampleStepUps } from './sample-step-ups.ts';

const usd = (minor: number): Money => ({ minor, currency: 'USD' });
const bill: BillView = {
  number: '2026-10482',
  maskedName: 'C••••y R•••a',
  description: 'Electricity, October',
  total: usd(8420),
  amountDue: usd(8420),
  issuedOn: '2026-11-06',
  dueOn: '2026-11-27',
  daysUntilDue: 6,
};

const line = (at: number, changes: Partial<BillLine> = {}): BillLine => ({
  invoiceId: `01930000-0000-7000-8000-00000000000${at}`,
  number: `2026-1048${at}`,
  description: 'Electricity, October',
  dueOn: '2026-11-27',
  daysUntilDue: 6,
  amountDue: usd(8420),
  total: usd(8420),
  ...changes,
});

const late = line(2, {
  description: 'Electricity, September',
  dueOn: '2026-10-27',
  daysUntilDue: -25,
  amountDue: usd(3110),
});
const open = [late, line(1), line(3, { description: 'Water, third quarter', amountDue: usd(12_90) })];
const settled = [line(4, { amountDue: usd(0), total: usd(7915), description: 'Electricity, August' })];

const card: SavedCard = {
  methodId: '01930000-0000-7000-8000-0000000000c1',
  brand: 'Visa',
  last4: '4242',
  kind: 'card',
  expires: '09/2028',
  isDefault: true,
};
const other = { ...card, methodId: `${card.methodId.slice(0, -1)}2`, last4: '1881', isDefault: false };
const whole = ({ invoiceId, number, amountDue: amount }: BillLine) => ({
  invoiceId,
  number,
  amount,
  isPartial: false,
});

const autopay = {
  autopayId: 'autopay_1',
  words: 'I allow Nordlys Energy to charge each of my bills in full on its due date to my saved card.',
  cards: [card],
  open,
  next: [],
};

const promise = {
  promiseId: 'promise_1',
  due: usd(12_820),
  least: usd(3205),
  earliest: '2026-11-21',
  latest: '2026-12-05',
};

/** The views behind the step-up, in every state that looks different. */
export const sampleAccountViews: Record<string, PortalView> = {
  ...sampleStepUps,
  account: {
    kind: 'account',
    account: {
      firstName: 'Cindy',
      accountNumber: 'A-20418',
      open,
      total: usd(12_820),
      settled,
      cards: [card, other],
      credits: [
        { creditId: 'c1', kind: 'paperless', amount: usd(500), left: usd(120), grantedOn: '2026-11-21' },
      ],
      autopay: { state: 'on', card, next: { number: '2026-10481', chargeOn: '2026-11-27' } },
      promise: { amount: usd(3110), dueOn: '2026-11-25' },
      done: 'promise',
    },
  },
  'account-settled': {
    kind: 'account',
    account: { firstName: 'Cindy', accountNumber: 'A-20418', open: [], settled, cards: [], credits: [] },
  },
  amount: { kind: 'amount', choice: { open, chosen: line(1).invoiceId, least: usd(1000) } },
  'amount-wrong': {
    kind: 'amount',
    choice: { open: [line(1)], chosen: line(1).invoiceId, least: usd(1000), problem: 'amount' },
  },
  'pay-saved': {
    kind: 'pay-saved',
    bill,
    pay: { paymentId: 'pay_1', split: [whole(line(1))], parts: 'p', total: usd(8420), cards: [card] },
  },
  'pay-saved-several': {
    kind: 'pay-saved',
    bill,
    pay: {
      paymentId: 'pay_1',
      split: open.map(whole),
      parts: 'p',
      total: usd(12_820),
      cards: [card, other],
      problem: { kind: 'declined', decline: 'insufficient-funds' },
    },
  },
  'pay-saved-fee': {
    kind: 'pay-saved',
    bill,
    pay: {
      paymentId: 'pay_1',
      split: [whole(line(1))],
      parts: 'p',
      total: usd(8420),
      cards: [{ ...card, fee: usd(210) }, other],
    },
  },
  'pay-fee': {
    kind: 'pay-fee',
    bill,
    pay: {
      paymentId: 'pay_1',
      split: [whole(line(1))],
      parts: 'p',
      total: usd(8420),
      fee: usd(210),
      nonce: 'tokencc_1',
      keepCard: true,
    },
  },
  promise: { kind: 'promise', promise },
  'promise-wrong': { kind: 'promise', promise: { ...promise, problem: 'too-far' } },
  'promise-standing': {
    kind: 'promise',
    promise: { ...promise, standing: { amount: usd(12_820), dueOn: '2026-11-24' } },
  },
  autopay: { kind: 'autopay', autopay: { ...autopay, state: 'off' } },
  'autopay-no-card': { kind: 'autopay', autopay: { ...autopay, state: 'off', cards: [] } },
  'autopay-on': {
    kind: 'autopay',
    autopay: {
      ...autopay,
      state: 'on',
      card,
      next: [
        { invoiceId: line(1).invoiceId, number: '2026-10481', amount: usd(8420), chargeOn: '2026-11-27' },
      ],
    },
  },
  thread: {
    kind: 'thread',
    thread: {
      questionId: 'question_1',
      number: '2026-10482',
      isAsked: true,
      lines: [
        {
          at: 1,
          description: 'Energy',
          quantityMilli: 412_000,
          taxRateMilli: 0,
          net: usd(7000),
          tax: usd(0),
        },
      ],
      items: [
        {
          kind: 'event',
          id: 'e1',
          at: '2026-11-06T15:00:00Z',
          tone: 'plain',
          words: 'Bill issued: $84.20',
          times: 1,
        },
        { kind: 'event', id: 'e2', at: '2026-11-07T15:02:00Z', tone: 'plain', words: 'Viewed', times: 3 },
        {
          kind: 'words',
          id: 'w1',
          at: '2026-11-07T15:10:00Z',
          from: 'customer',
          body: 'Why is the standing charge higher this month?',
          author: null,
        },
        {
          kind: 'words',
          id: 'w2',
          at: '2026-11-07T15:24:00Z',
          from: 'biller',
          body: 'The grid owner raised it from November. It is 2 dollars more a month.',
          author: 'Alex',
        },
        {
          kind: 'event',
          id: 'e3',
          at: '2026-11-12T10:00:00Z',
          tone: 'good',
          words: 'Paid $30.00 with Visa 4242',
          times: 1,
        },
      ],
    },
  },
  'thread-wrong': {
    kind: 'thread',
    thread: { questionId: 'q', number: '1', isAsked: false, lines: [], items: [], problem: 'empty' },
  },
  ...samplePreferences,
};
