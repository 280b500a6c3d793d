import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Currency, isSame, money } from '../money/money.ts';
import type { DialogEffect, DialogFacts, OpenBill, OpenOffer } from './dialog.ts';
import type { Intent } from './intent.ts';
import { stepDialog } from './step-dialog.ts';

const NOW = new Date('2026-11-20T15:00:00Z');
const CARD = { brand: 'Visa', last4: '1881', expMonth: 12, expYear: 2030 };

// Few different values, so that what must be equal often is, and often is not.
const aBillId = fc.constantFrom('bill-1', 'bill-2');
const aCardId = fc.constantFrom('card-1', 'card-2');
const aCode = fc.constantFrom('73', '74', '');
const anAmount = fc.record({
  minor: fc.constantFrom(1, 8420, 8421),
  currency: fc.constantFrom<Currency>('USD', 'EUR'),
});
const anInstant = fc.integer({ min: -2, max: 2 }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const anOffer: fc.Arbitrary<OpenOffer> = fc.record({
  id: fc.constant('offer-1'),
  kind: fc.constantFrom('question' as const, 'bill' as const),
  invoiceId: aBillId,
  methodId: aCardId,
  amount: anAmount,
  code: aCode,
  expiresAt: anInstant,
});

const bills: fc.Arbitrary<OpenBill[]> = fc.uniqueArray(
  fc.record({
    invoiceId: aBillId,
    number: fc.constant('C-1'),
    amountDue: anAmount,
    dueOn: fc.constant('2026-11-27'),
  }),
  { selector: (bill) => bill.invoiceId, maxLength: 2 },
);

const wildly = fc.record({
  bills,
  method: maybe(fc.record({ id: aCardId, card: fc.constant(CARD) })),
  isOneReplyOn: fc.boolean(),
  offer: maybe(anOffer),
  otherOffers: fc.nat({ max: 1 }),
  paymentInFlight: maybe(fc.record({ paymentId: fc.constant('p'), amount: anAmount })),
  lastPaid: maybe(fc.record({ paymentId: fc.constant('p'), invoiceId: aBillId, paidAt: anInstant })),
  isEcho: fc.boolean(),
  consent: fc.constantFrom('express' as const, 'confirmed' as const, 'revoked' as const, undefined),
  hasCarrierAnswered: fc.boolean(),
  stopConfirmedAt: maybe(anInstant),
  freshCode: fc.constant('42'),
});

const DUE = money(8420, 'USD');
const OFFER = { id: 'offer-1', invoiceId: 'bill-1', methodId: 'card-1', amount: DUE };
const LATER = new Date(NOW.getTime() + 3_600_000);

/** As it is when money may move. */
const rightly = fc.constantFrom('question' as const, 'bill' as const).map((kind) => ({
  bills: [{ invoiceId: 'bill-1', number: 'C-1', amountDue: DUE, dueOn: '2026-11-27' }],
  method: { id: 'card-1', card: CARD },
  isOneReplyOn: true,
  offer: { ...OFFER, kind, code: kind === 'bill' ? '' : '73', expiresAt: LATER },
  otherOffers: 0,
  paymentInFlight: undefined,
  lastPaid: undefined,
  isEcho: false,
}));

const RIGHT = [
  ...['bills', 'method', 'isOneReplyOn', 'offer'],
  ...['otherOffers', 'paymentInFlight', 'lastPaid', 'isEcho'],
];

/** Anything at all, and what is right but for one thing or two: where money must not move by a hair. */
const someFacts: fc.Arbitrary<DialogFacts> = fc
  .tuple(wildly, rightly, fc.subarray(RIGHT, { maxLength: 2 }), fc.boolean())
  .map(([wild, right, spoiled, isWild]) => {
    const kept = Object.entries(right).filter(([field]) => !spoiled.includes(field));
    const mixed = isWild ? wild : { ...wild, ...(Object.fromEntries(kept) as Partial<typeof right>) };
    const { otherOffers, ...facts } = mixed;
    return {
      ...facts,
      billCount: facts.bills.length,
      totalDue: facts.bills[0] ? money(10_000, 'USD') : undefined,
      openOffers: (facts.offer ? 1 : 0) + otherOffers,
    };
  });

const anIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc
    .constantFrom(
      ...([
        'opt-out',
        'cease',
        'wrong-party',
        'review-hold',
        'continue',
        'card-number',
        'pay',
        'pay-now',
      ] as const),
      ...(['no', 'start', 'help', 'balance', 'agent', 'free-text'] as const),
    )
    .map((kind): Intent => ({ kind })),
  fc.constantFrom<Intent>({ kind: 'pay' }, { kind: 'pay-now' }, { kind: 'pay', isWish: true }),
  fc.constant<Intent>({ kind: 'yes', code: '73' }),
  fc.constantFrom<Intent>(
    { kind: 'pay-amount', amount: { words: '50', minor: 5000 } },
    { kind: 'pay-several', which: 'all' },
  ),
  maybe(aCode).map((code): Intent => (code === undefined ? { kind: 'yes' } : { kind: 'yes', code })),
);

const charges = (effects: readonly DialogEffect[]) =>
  effects.flatMap((effect) => (effect.do === 'charge' ? [effect.offer] : []));

/** Runs `check` on what very many texts lead to in very many situations. */
function always(check: (intent: Intent, facts: DialogFacts, effects: DialogEffect[]) => void): void {
  fc.assert(
    fc.property(anIntent, someFacts, (intent, facts) => {
      check(intent, facts, stepDialog(intent, facts, NOW).effects);
    }),
    { numRuns: 5_000 },
  );
}

describe('money', () => {
  it('moves on YES with the code of the open question, or on PAY to an offer with one-reply pay on, and on nothing else', () => {
    let seen = 0;
    always((intent, facts, effects) => {
      const [offer] = charges(effects);
      if (!offer) return;
      seen += 1;
      expect(offer).toBe(facts.offer);
      if (offer.kind === 'question') {
        expect(intent).toEqual({ kind: 'yes', code: offer.code });
      } else {
        expect(['pay', 'pay-now']).toContain(intent.kind);
        expect(intent).not.toHaveProperty('isWish');
        expect(facts.isOneReplyOn).toBe(true);
        expect(facts.openOffers).toBe(1);
        expect(facts.bills).toHaveLength(1);
      }
    });
    expect(seen).toBeGreaterThan(100);
  });

  it('never moves on a bare YES', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(charges(stepDialog({ kind: 'yes' }, facts, NOW).effects)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never moves while a payment is under way, and no question is asked then', () => {
    always((_, facts, effects) => {
      if (!facts.paymentInFlight) return;
      expect(effects.map((effect) => effect.do)).not.toContain('charge');
      expect(effects.map((effect) => effect.do)).not.toContain('ask-to-pay');
    });
  });

  it('never moves for an amount that is not what is due, nor from a card other than the one that was stated', () => {
    always((_, facts, effects) => {
      for (const offer of charges(effects)) {
        const bill = facts.bills.find(({ invoiceId }) => invoiceId === offer.invoiceId);
        expect(bill && isSame(bill.amountDue, offer.amount)).toBe(true);
        expect(facts.method?.id).toBe(offer.methodId);
      }
    });
  });

  it('never moves on an offer that has expired, twice in one step, or on words that came moments ago', () => {
    always((_, facts, effects) => {
      const moved = charges(effects);
      expect(moved.length).toBeLessThanOrEqual(1);
      for (const offer of moved) {
        expect(offer.expiresAt.getTime()).toBeGreaterThan(NOW.getTime());
        expect(facts.isEcho).toBe(false);
      }
    });
  });
});

describe('a step', () => {
  it('says one thing at the most, and nothing beside a charge: the outcome of that is told when it is known', () => {
    always((_, __, effects) => {
      const spoken = effects.filter(({ do: act }) =>
        ['say', 'ask-to-pay', 'repeat-receipt', 'charge'].includes(act),
      );
      expect(spoken.length).toBeLessThanOrEqual(1);
    });
  });

  it('asks about what is due with the card on file and a fresh code, and closes the question that it replaces', () => {
    always((_, facts, effects) => {
      const ask = effects.find((effect) => effect.do === 'ask-to-pay');
      if (ask?.do !== 'ask-to-pay') return;
      expect(facts.billCount).toBe(1);
      expect(ask).toMatchObject({ bill: facts.bills[0], methodId: facts.method?.id, code: facts.freshCode });
      const closed = effects.flatMap((effect) => (effect.do === 'close-offer' ? [effect.offerId] : []));
      expect(closed).toEqual(facts.offer?.kind === 'question' ? [facts.offer.id] : []);
    });
  });

  it('is the same for the same words, facts and instant', () => {
    always((intent, facts, effects) => {
      expect(stepDialog(intent, facts, NOW).effects).toEqual(effects);
    });
  });
});
