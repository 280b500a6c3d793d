import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/conversation/intent.ts';
import { stepDialog } from '../../src/conversation/step-dialog.ts';
import type { Currency } from '../../src/money/money.ts';
import { DEFAULT_MONEY_RULES } from '../../src/payment/money-rules.ts';
import {
  asked,
  BILL,
  CARD,
  HOUR,
  IN_FLIGHT,
  NO_BILL,
  NO_CARD,
  NOW,
  OTHER,
  outcomeOf,
  type Situation,
  situation,
  stated,
  TWO_BILLS,
  usd,
} from './outcome-of.ts';

/** Whether it is so of the text, with these facts, that it leads to "outcome: effect + effect". */
function table(...rows: [so: string, intent: Intent, facts: Partial<Situation>, step: string][]): void {
  it.each(rows)('%s', (_, intent, facts, expected) => {
    expect(outcomeOf(intent, facts)).toBe(expected);
  });
}

describe('several bills', () => {
  const MENU = {
    ...TWO_BILLS,
    menu: { invoiceIds: ['b1', 'b2'], expiresAt: new Date(NOW.getTime() + HOUR) },
  };
  const OVER = { ...TWO_BILLS, menu: { invoiceIds: ['b1', 'b2'], expiresAt: NOW } };
  const number = (...which: number[]): Intent => ({ kind: 'choice', which });
  const ALL: Intent = { kind: 'choice', which: 'all' };
  const PAY_ALL: Intent = { kind: 'pay-several', which: 'all' };
  const PAY_2: Intent = { kind: 'pay-amount', amount: { words: '2', minor: 200 }, bill: 2 };
  const LIST = 'answered: menu b1 b2';
  const WORDS = 'passed-to-person: call question + say menu';
  const paidOne = { ...MENU, bills: [OTHER], billCount: 1, totalDue: usd(1580) };
  table(
    ['a number of the list is asked about', number(2), MENU, 'asked: ask b2 41'],
    ['PAY 2 is the second of the list', PAY_2, MENU, 'asked: ask b2 41'],
    ['two numbers are asked about as one sum', number(1, 2), MENU, 'asked: ask b1+b2 41'],
    ['the same number twice is one', number(2, 2), MENU, 'asked: ask b2 41'],
    ['ALL is the whole list', ALL, MENU, 'asked: ask b1+b2 41'],
    ['PAY ALL needs no list', PAY_ALL, TWO_BILLS, 'asked: ask b1+b2 41'],
    ['PAY ALL with one bill asks about it', PAY_ALL, {}, 'asked: ask b1 41'],
    ['PAY 1 2 without a list is answered with it', { kind: 'pay-several', which: [1, 2] }, TWO_BILLS, LIST],
    ['a number that is not on the list', number(3), MENU, LIST],
    ['a number whose time is over', number(2), OVER, LIST],
    ['a number of a bill paid meanwhile does not slip to the next', number(1), paidOne, 'asked: ask b2 41'],
    ['a number where nothing was listed is words', number(2), TWO_BILLS, WORDS],
    ['ALL where nothing was listed is words', ALL, {}, WORDS],
    [
      'a number replaces an open question',
      number(2),
      { ...MENU, ...asked() },
      'asked: close question superseded + ask b2 41',
    ],
    ['a number while money is under way', number(2), { ...MENU, ...IN_FLIGHT }, 'answered: say checking'],
    ['too many for a list', { kind: 'pay' }, { ...TWO_BILLS, billCount: 12 }, 'answered: say several-bills'],
    [
      'without any card there is nothing to choose',
      { kind: 'pay' },
      { ...TWO_BILLS, ...NO_CARD },
      'answered: say several-bills',
    ],
    ['ALL of several currencies is no sum', PAY_ALL, { ...TWO_BILLS, totalDue: undefined }, LIST],
  );

  it('a number is asked about with the card of its own account', () => {
    const own = { id: 'own', card: CARD };
    const facts = {
      ...situation(MENU),
      bills: [
        { ...BILL, accountId: 'a1', method: undefined, isOneReplyOn: false },
        { ...OTHER, accountId: 'a2', method: own, isOneReplyOn: false },
      ],
    };
    expect(stepDialog(number(2), facts, NOW).effects).toMatchObject([{ do: 'ask-to-pay', method: own }]);
    expect(stepDialog(number(1), facts, NOW).effects).toMatchObject([
      { do: 'say', what: { kind: 'no-card' } },
    ]);
  });
});

describe('an amount', () => {
  const part = (minor: number | undefined, currencies?: Currency[]): Intent => ({
    kind: 'pay-amount',
    amount: { words: '50', minor, ...(currencies && { currencies }) },
  });
  const NO_PARTS = { rules: { ...DEFAULT_MONEY_RULES, partMinimumMinor: null } };
  const NOT_POSSIBLE = 'answered: say amount-not-possible';
  const stillPart = asked({
    expiresAt: new Date(NOW.getTime() + HOUR),
    amount: usd(5000),
    parts: [{ invoiceId: 'b1', amountMinor: 5000, isPartial: true }],
  });
  const due = (minor: number) => ({ bills: [{ ...BILL, amountDue: usd(minor) }], totalDue: usd(minor) });
  const CODE: Intent = { kind: 'yes', code: '73' };
  table(
    ['is asked about as a part', part(5000), {}, 'asked: ask 5000 of b1 41'],
    ['is asked about also where one-reply pay is on', part(5000), stated(), 'asked: ask 5000 of b1 41'],
    ['that is all that is due is the bill', part(8420), stated(), 'asked: ask b1 41'],
    ['above what is due', part(8421), {}, NOT_POSSIBLE],
    ['below what the biller takes', part(999), {}, NOT_POSSIBLE],
    ['that is the least the biller takes', part(1000), {}, 'asked: ask 1000 of b1 41'],
    ['of nothing', part(0), {}, NOT_POSSIBLE],
    ['that is no number', part(undefined), {}, NOT_POSSIBLE],
    ['in another currency', part(5000, ['SEK', 'NOK']), {}, NOT_POSSIBLE],
    ['in the bill’s currency by its sign', part(5000, ['USD']), {}, 'asked: ask 5000 of b1 41'],
    ['where the biller takes whole bills only', part(5000), NO_PARTS, 'answered: say whole-bills-only'],
    ['that is one of several bills', part(1580), TWO_BILLS, 'asked: ask b2 41'],
    ['of several bills goes to those due first', part(9000), TWO_BILLS, 'asked: ask b1+580 of b2 41'],
    ['of all of several bills', part(10_000), TWO_BILLS, 'asked: ask b1+b2 41'],
    ['while money is under way', part(5000), IN_FLIGHT, 'answered: say checking'],
    ['with nothing due', part(5000), NO_BILL, 'answered: say nothing-due'],
    ['with no card', part(5000), NO_CARD, 'answered: say no-card'],
    ['is charged by its code', CODE, stillPart, 'charging: charge question'],
    [
      'is charged also where less is due, but enough',
      CODE,
      { ...stillPart, ...due(6000) },
      'charging: charge question',
    ],
    [
      'is asked anew where less than it is due',
      CODE,
      { ...stillPart, ...due(4000) },
      'asked: close question superseded + ask b1 41, changed',
    ],
    [
      'is asked anew as the bill where parts are taken no more',
      CODE,
      { ...stillPart, ...NO_PARTS },
      'asked: close question superseded + ask b1 41, changed',
    ],
    [
      'is asked anew as the same part after a wrong code',
      { kind: 'yes', code: '99' },
      stillPart,
      'asked: close question superseded + ask 5000 of b1 41, code',
    ],
  );
});
