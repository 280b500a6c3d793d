import { describe, expect, it } from 'vitest';
import type { AutopayFacts, AutopayOffer } from '../../src/conversation/dialog.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { ago, asked, CARD, HOUR, NO_BILL, outcomeOf, paid, type Situation, usd } from './outcome-of.ts';

const METHOD = { id: 'card', card: CARD };
const OFFER: AutopayOffer = {
  id: 'ap',
  accountId: 'a1',
  methodId: 'card',
  statedMinor: 8420,
  code: '55',
  expiresAt: ago(-HOUR),
};

const autopay = (facts: Partial<AutopayFacts> = {}): Partial<Situation> => ({
  autopay: { mandates: [], offer: undefined, candidate: { accountId: 'a1', method: METHOD }, ...facts },
});
const ON: Intent = { kind: 'autopay', to: 'on' };
const YES: Intent = { kind: 'yes', code: '55' };

/** Whether it is so of the text, with these facts, that it leads to "outcome: effect + effect". */
function table(...rows: [so: string, intent: Intent, facts: Partial<Situation>, step: string][]): void {
  it.each(rows)('%s', (_, intent, facts, expected) => {
    expect(outcomeOf(intent, facts)).toBe(expected);
  });
}

describe('AUTOPAY ON', () => {
  table(
    ['asks, where one account with one card can be meant', ON, autopay(), 'asked: ask-autopay'],
    [
      'takes the place of a question about paying',
      ON,
      { ...autopay(), ...asked() },
      'asked: close question superseded + ask-autopay',
    ],
    ['takes the place of itself', ON, autopay({ offer: OFFER }), 'asked: close-autopay-offer + ask-autopay'],
    ['asks also where nothing is open', ON, { ...autopay(), ...NO_BILL }, 'asked: ask-autopay'],
    [
      'leads to the page where several accounts may be meant, or no card is kept',
      ON,
      { autopay: { mandates: [], offer: undefined } },
      'answered: say autopay-link',
    ],
    [
      'leads to the page where what is open is no one sum',
      ON,
      { ...autopay(), totalDue: undefined, billCount: 2 },
      'answered: say autopay-link',
    ],
    [
      'where it is on says with which card',
      ON,
      autopay({ mandates: [{ accountId: 'a1', card: CARD }] }),
      'answered: say autopay-on',
    ],
    ['without ON or OFF shows the page', { kind: 'autopay' }, autopay(), 'answered: say autopay-link'],
  );
});

describe('the answer to its question', () => {
  const open = autopay({ offer: OFFER });
  table(
    ['YES with the code is the mandate', YES, open, 'changed-setting: begin-autopay + say autopay-on'],
    ['a bare YES asks anew', { kind: 'yes' }, open, 'asked: close-autopay-offer + ask-autopay'],
    ['another code asks anew', { kind: 'yes', code: '56' }, open, 'asked: close-autopay-offer + ask-autopay'],
    [
      'too late asks anew',
      YES,
      autopay({ offer: { ...OFFER, expiresAt: ago(0) } }),
      'asked: close-autopay-offer + ask-autopay',
    ],
    [
      'another amount open than it stated asks anew',
      YES,
      { ...open, totalDue: usd(9420) },
      'asked: close-autopay-offer + ask-autopay',
    ],
    [
      'another card than it stated asks anew',
      YES,
      autopay({ offer: OFFER, candidate: { accountId: 'a1', method: { id: 'new', card: CARD } } }),
      'asked: close-autopay-offer + ask-autopay',
    ],
    ['NO ends it', { kind: 'no' }, open, 'declined-offer: close-autopay-offer + say autopay-off'],
    [
      'OFF ends it too',
      { kind: 'autopay', to: 'off' },
      open,
      'changed-setting: close-autopay-offer + end-autopay + say autopay-off',
    ],
    [
      'a YES to a later question about paying is about paying',
      { kind: 'yes', code: '73' },
      { ...open, ...asked() },
      'charging: charge question',
    ],
    [
      'charges nothing, whatever was paid before',
      YES,
      { ...open, ...paid(1) },
      'changed-setting: begin-autopay + say autopay-on',
    ],
  );
});
