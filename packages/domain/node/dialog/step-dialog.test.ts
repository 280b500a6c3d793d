import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/conversation/intent.ts';
import { stepDialog } from '../../src/conversation/step-dialog.ts';
import { money } from '../../src/money/money.ts';
import {
  ago,
  asked,
  BILL,
  CARD,
  CARRIER,
  confirmed,
  HOUR,
  IN_FLIGHT,
  NEW_CARD,
  NO_BILL,
  NO_CARD,
  NOW,
  outcomeOf,
  paid,
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

describe('PAY', () => {
  const PAY: Intent = { kind: 'pay' };
  const AT_ONCE: Intent = { kind: 'pay-now' };
  const WISH: Intent = { kind: 'pay', isWish: true };
  const ASKED = 'asked: ask b1 41';
  table(
    ['is asked about before anything is charged', PAY, {}, ASKED],
    ['is asked about also as PAY NOW', AT_ONCE, {}, ASKED],
    ['again replaces the question', PAY, asked(), 'asked: close question superseded + ask b1 41'],
    ['with nothing due is told so', PAY, NO_BILL, 'answered: say nothing-due'],
    ['without a card leads to the page', PAY, NO_CARD, 'answered: say no-card'],
    ['with several bills does not guess which', PAY, TWO_BILLS, 'answered: menu b1 b2'],
    ['while money is under way is told that we check', PAY, IN_FLIGHT, 'answered: say checking'],
    ['of what was just paid', PAY, { ...NO_BILL, ...paid(599_999) }, 'receipt-repeated: receipt p1'],
    ['ten minutes later is a new PAY', PAY, { ...NO_BILL, ...paid(600_000) }, 'answered: say nothing-due'],
    ['of the next bill, just after one was paid', PAY, paid(1_000), ASKED],
  );

  describe('where one-reply pay is on', () => {
    const twoOffers = { ...stated(), openOffers: 2 };
    table(
      ['charges what the bill’s text stated', PAY, stated(), 'charging: charge bill-text'],
      ['charges it also as PAY NOW', AT_ONCE, stated(), 'charging: charge bill-text'],
      ['asks where it is only a wish', WISH, stated(), ASKED],
      ['asks where no text stated the bill', PAY, { isOneReplyOn: true }, ASKED],
      ['asks where two offers are open', PAY, twoOffers, ASKED],
      ['asks where the amount has changed', PAY, stated({ amount: usd(8419) }), ASKED],
      ['asks where the currency has changed', PAY, stated({ amount: money(8420, 'EUR') }), ASKED],
      ['asks where the card is another one', PAY, { ...stated(), ...NEW_CARD }, ASKED],
      ['asks where the offer is over at this instant', PAY, stated({ expiresAt: NOW }), ASKED],
      ['asks where another bill was stated', PAY, stated({ invoiceId: 'b2' }), ASKED],
      ['asks where it was switched off since', PAY, { ...stated(), isOneReplyOn: false }, ASKED],
      ['does not guess which bill', PAY, { ...stated(), ...TWO_BILLS }, 'answered: menu b1 b2'],
      ['moves nothing twice', PAY, { ...stated(), ...IN_FLIGHT }, 'answered: say checking'],
    );
  });
});

describe('YES', () => {
  const CODE: Intent = { kind: 'yes', code: '73' };
  const BARE: Intent = { kind: 'yes' };
  const AGAIN = 'asked: close question superseded + ask b1 41';
  const NOT_ASKED = 'answered: say nothing-asked';
  const late = asked({ expiresAt: NOW });
  const less = { bills: [{ ...BILL, amountDue: usd(8000) }] };
  table(
    ['with the code charges what was asked', CODE, asked(), 'charging: charge question'],
    ['pays the bill asked about, of two', CODE, { ...asked(), ...TWO_BILLS }, 'charging: charge question'],
    ['with another code asks again', { kind: 'yes', code: '74' }, asked(), `${AGAIN}, code`],
    ['with a nought before the code asks again', { kind: 'yes', code: '073' }, asked(), `${AGAIN}, code`],
    ['without a code never moves money', BARE, asked(), `${AGAIN}, code`],
    ['at the instant when time is up asks again', CODE, late, `${AGAIN}, expired`],
    ['to an amount that has changed asks again', CODE, { ...asked(), ...less }, `${AGAIN}, changed`],
    ['to a card that was replaced asks again', CODE, { ...asked(), ...NEW_CARD }, `${AGAIN}, changed`],
    ['to a card that is gone leads to the page', CODE, { ...asked(), ...NO_CARD }, 'answered: say no-card'],
    ['to a bill paid meanwhile', CODE, { ...asked(), ...NO_BILL }, 'answered: say nothing-due'],
    ['just paid', CODE, { ...asked(), ...NO_BILL, ...paid(1) }, 'receipt-repeated: receipt p1'],
    ['while money is under way', CODE, { ...asked(), ...IN_FLIGHT }, 'answered: say checking'],
    ['too late, with two bills, asks about the same', CODE, { ...late, ...TWO_BILLS }, `${AGAIN}, expired`],
    ['with nothing asked is told so', CODE, {}, NOT_ASKED],
    ['does not take up a bill’s own text', CODE, stated(), NOT_ASKED],
    ['a second time, paid', CODE, { ...NO_BILL, ...paid(1) }, 'receipt-repeated: receipt p1'],
    ['a second time, under way', CODE, IN_FLIGHT, 'answered: say checking'],
    [
      'alone confirms a consent',
      BARE,
      { consent: 'express' },
      'opted-in: confirm-consent + say opt-in-confirmed',
    ],
    ['with a code confirms no consent', CODE, { consent: 'express' }, NOT_ASKED],
    ['under way is no consent', BARE, { consent: 'express', ...IN_FLIGHT }, 'answered: say checking'],
    ['alone takes back no STOP', BARE, { consent: 'revoked' }, NOT_ASKED],
  );
});

describe('NO', () => {
  const NO: Intent = { kind: 'no' };
  table(
    ['closes the question', NO, asked(), 'declined-offer: close question declined + say not-charged'],
    ['to no question is told so', NO, {}, 'answered: say nothing-asked'],
    ['leaves a bill’s own text open', NO, stated(), 'answered: say nothing-asked'],
  );
});

describe('what is not about a bill', () => {
  const DAY = 24 * HOUR;
  const STOP: Intent = { kind: 'opt-out' };
  const WRONG: Intent = { kind: 'wrong-party' };
  const wrong = 'passed-to-person: revoke-consent + break-phone-from-account + call wrong-party';
  const question = 'passed-to-person: call question + say question-received';
  const words = 'passed-to-person: call question + say menu';
  const unclear = 'call unclear-stop + say stop-unclear';
  const held = { heldSince: ago(HOUR) };
  const released = 'opted-in: restore-consent + release-texts + say start-confirmed';
  const cease = 'opted-out: revoke-consent + flag-cease + call cease + say stop-confirmed';
  table(
    ['STOP is confirmed', STOP, {}, 'opted-out: revoke-consent + say stop-confirmed'],
    ['STOP is confirmed once a day', STOP, confirmed(DAY - 1), 'opted-out: revoke-consent'],
    ['STOP a day later', STOP, confirmed(DAY), 'opted-out: revoke-consent + say stop-confirmed'],
    ['STOP that the carrier has confirmed', STOP, CARRIER, 'opted-out: revoke-consent'],
    ['“leave me alone” reaches a person too', { kind: 'cease' }, {}, cease],
    ['a wrong number leaves the account', WRONG, {}, `${wrong} + say wrong-party-noted`],
    ['a wrong number after STOP is not confirmed twice', WRONG, confirmed(HOUR), wrong],
    [
      'an unclear stop is held for a person',
      { kind: 'review-hold' },
      {},
      `passed-to-person: hold-texts + ${unclear}`,
    ],
    ['an unclear stop is held once', { kind: 'review-hold' }, held, `passed-to-person: ${unclear}`],
    [
      'an unclear stop after STOP',
      { kind: 'review-hold' },
      { consent: 'revoked' },
      `passed-to-person: ${unclear}`,
    ],
    ['START lets go what was held', { kind: 'start' }, held, released],
    ['START that the carrier has answered', { kind: 'start' }, CARRIER, 'opted-in: restore-consent'],
    ['START', { kind: 'start' }, { consent: 'revoked' }, 'opted-in: restore-consent + say start-confirmed'],
    ['HELP is answered', { kind: 'help' }, {}, 'answered: say help'],
    ['HELP that the carrier has answered', { kind: 'help' }, CARRIER, 'answered: '],
    ['a card number', { kind: 'card-number' }, {}, 'card-number-removed: say card-number-removed'],
    ['AGENT', { kind: 'agent' }, {}, 'passed-to-person: call asked + say person-coming'],
    ['“do not stop” is a question', { kind: 'continue' }, {}, question],
    [
      '“do not stop” lets go what was held',
      { kind: 'continue' },
      held,
      question.replace('call', 'release-texts + call'),
    ],
    ['anything else is a question', { kind: 'free-text' }, {}, words],
    [
      'what can be said is told once a day',
      { kind: 'free-text' },
      { isToldToday: true },
      'passed-to-person: call question',
    ],
  );
});

it('asks about amount, bill and card as they are now, whatever the last question stated', () => {
  const bill = { ...BILL, amountDue: usd(8000) };
  const { effects } = stepDialog({ kind: 'pay' }, situation({ ...asked(), bills: [bill] }), NOW);
  const method = { id: 'card', card: CARD };
  expect(effects.at(-1)).toEqual({
    do: 'ask-to-pay',
    bills: [{ ...bill, accountId: 'a1', method, isOneReplyOn: false }],
    amount: usd(8000),
    parts: [{ invoiceId: 'b1', amountMinor: 8000, isPartial: false }],
    method,
    code: '41',
  });
});
