import { describe, expect, it } from 'vitest';
import type { Intent, WrittenDay } from '../../src/conversation/intent.ts';
import type { Currency } from '../../src/money/money.ts';
import {
  asked,
  HOUR,
  IN_FLIGHT,
  NO_BILL,
  NOW,
  outcomeOf,
  paid,
  type Situation,
  TWO_BILLS,
} from './outcome-of.ts';

/** Whether it is so of the text, with these facts, that it leads to "outcome: effect + effect". */
function table(...rows: [so: string, intent: Intent, facts: Partial<Situation>, step: string][]): void {
  it.each(rows)('%s', (_, intent, facts, expected) => {
    expect(outcomeOf(intent, facts)).toBe(expected);
  });
}

describe('UNDO', () => {
  const UNDO: Intent = { kind: 'undo' };
  const open = asked({ expiresAt: new Date(NOW.getTime() + HOUR) });
  const [TEN_MINUTES, MONTH] = [600_000, 30 * 24 * HOUR];
  table(
    [
      'takes the payment of minutes ago back',
      UNDO,
      { ...NO_BILL, ...paid(TEN_MINUTES - 1) },
      'undoing: undo p1',
    ],
    [
      'a moment too late says how to get a refund',
      UNDO,
      { ...NO_BILL, ...paid(TEN_MINUTES) },
      'answered: say undo-too-late',
    ],
    ['long after names no payment', UNDO, paid(MONTH + 1), 'answered: say undo-nothing'],
    [
      'a second time',
      UNDO,
      { lastPaid: { ...paid(1).lastPaid, isComingBack: true } },
      'answered: say undo-nothing',
    ],
    ['with nothing paid', UNDO, {}, 'answered: say undo-nothing'],
    ['while it is not known yet what came of it', UNDO, IN_FLIGHT, 'answered: say checking'],
    ['before YES is a NO', UNDO, open, 'declined-offer: close question declined + say not-charged'],
    ['after YES is about the payment', UNDO, { ...open, ...paid(1) }, 'undoing: undo p1'],
  );
});

describe('PROMISE, LATER, PLAN', () => {
  const promise = (day: WrittenDay | undefined, minor?: number, currencies?: Currency[]): Intent => ({
    kind: 'promise',
    ...(day && { day }),
    ...(minor !== undefined && { amount: { words: '', minor, ...(currencies && { currencies }) } }),
  });
  const SATURDAY: WrittenDay = { by: 'weekday', weekday: 5 };
  const NOT_THAT_DAY = 'answered: say promise-not-possible';
  const NOT_THAT_MUCH = 'answered: say promise-amount-not-possible';
  table(
    ['a day promises what is due', promise(SATURDAY), {}, 'answered: promise a1 8420 2026-11-21'],
    ['a day promises all bills', promise(SATURDAY), TWO_BILLS, 'answered: promise a1 10000 2026-11-21'],
    ['with an amount promises that', promise(SATURDAY, 5000), {}, 'answered: promise a1 5000 2026-11-21'],
    ['without a day is asked for one', promise(undefined), {}, 'answered: say promise-how'],
    [
      'for the last day there is',
      promise({ by: 'days-ahead', days: 14 }),
      {},
      'answered: promise a1 8420 2026-12-04',
    ],
    ['for a day after that', promise({ by: 'days-ahead', days: 15 }), {}, NOT_THAT_DAY],
    ['for a day that is over', promise({ by: 'pair', first: 11, second: 1, year: 2026 }), {}, NOT_THAT_DAY],
    ['for no day at all', promise({ by: 'pair', first: 13, second: 13 }), {}, NOT_THAT_DAY],
    ['of more than is due', promise(SATURDAY, 8421), {}, NOT_THAT_MUCH],
    ['of too small a part', promise(SATURDAY, 2104), {}, NOT_THAT_MUCH],
    ['of the smallest part', promise(SATURDAY, 2105), {}, 'answered: promise a1 2105 2026-11-21'],
    ['in another currency', promise(SATURDAY, 5000, ['EUR']), {}, NOT_THAT_MUCH],
    ['with nothing due', promise(SATURDAY), NO_BILL, 'answered: say nothing-due'],
    [
      'is a NO to the open question',
      promise(SATURDAY),
      asked(),
      'answered: close question declined + promise a1 8420 2026-11-21',
    ],
    ['LATER', { kind: 'later' }, {}, 'answered: say later'],
    [
      'LATER is a NO to the open question',
      { kind: 'later' },
      asked(),
      'declined-offer: close question declined + say later',
    ],
    ['LATER with nothing due', { kind: 'later' }, NO_BILL, 'answered: say nothing-due'],
    ['PLAN for a bill that no plan can be of', { kind: 'plan' }, {}, 'answered: say plan-not-possible'],
    ['PLAN with nothing due', { kind: 'plan' }, NO_BILL, 'answered: say nothing-due'],
  );
});

describe('settings', () => {
  table(
    ['LANG', { kind: 'language', to: 'sv' }, {}, 'changed-setting: language sv + say language-changed'],
    ['LANG of another language', { kind: 'language' }, {}, 'answered: say language-choices'],
    ['LESS LINKS', { kind: 'links', isWanted: false }, {}, 'changed-setting: links off + say links-off'],
    ['MORE LINKS', { kind: 'links', isWanted: true }, {}, 'changed-setting: links on + say links-on'],
    ['AUTOPAY OFF', { kind: 'autopay', to: 'off' }, {}, 'changed-setting: end-autopay + say autopay-off'],
    ['PAPER', { kind: 'paper' }, {}, 'changed-setting: bring-paper-back + say paper-on'],
    ['WHO', { kind: 'who' }, {}, 'answered: say who'],
    ['LINK', { kind: 'link' }, {}, 'answered: say link'],
    ['LINK to the bill paid last', { kind: 'link' }, { ...NO_BILL, ...paid(HOUR) }, 'answered: say link'],
    ['LINK with no bill', { kind: 'link' }, NO_BILL, 'answered: say nothing-due'],
    ['CARD', { kind: 'card' }, {}, 'answered: say card-link'],
    ['AUTOPAY ON changes nothing by guess', { kind: 'autopay', to: 'on' }, {}, 'answered: say autopay-link'],
    ['a command that comes twice', { kind: 'links', isWanted: false }, { isEcho: true }, 'echo: '],
  );
});

describe('BAL, BILLS, DUE', () => {
  table(
    ['BAL is told what is due', { kind: 'balance' }, TWO_BILLS, 'answered: say balance'],
    ['BAL with nothing due', { kind: 'balance' }, NO_BILL, 'answered: say nothing-due'],
    [
      'BAL of several currencies',
      { kind: 'balance' },
      { ...TWO_BILLS, totalDue: undefined },
      'answered: say several-bills',
    ],
    ['DUE is told when', { kind: 'due' }, {}, 'answered: say balance'],
    ['BILLS lists them', { kind: 'bills' }, TWO_BILLS, 'answered: menu b1 b2'],
    ['BILLS with one bill is its balance', { kind: 'bills' }, {}, 'answered: say balance'],
  );
});
