import fc from 'fast-check';
import type { DialogFacts, OpenBill, OpenOffer } from '../../src/conversation/dialog.ts';
import type { Intent } from '../../src/conversation/intent.ts';
import { type Currency, money } from '../../src/money/money.ts';
import { DEFAULT_MONEY_RULES } from '../../src/payment/money-rules.ts';
import type { AgreedPart } from '../../src/payment/payment-part.ts';

export const NOW = new Date('2026-11-20T15:00:00Z');
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

/** Questions about a part of a bill, and about several. */
const aSplitOffer: fc.Arbitrary<OpenOffer> = fc
  .record({
    offer: anOffer,
    parts: fc.constantFrom<AgreedPart[]>(
      [{ invoiceId: 'bill-1', amountMinor: 5000, isPartial: true }],
      [
        { invoiceId: 'bill-1', amountMinor: 8420, isPartial: false },
        { invoiceId: 'bill-2', amountMinor: 8420, isPartial: false },
      ],
      [
        { invoiceId: 'bill-1', amountMinor: 8420, isPartial: false },
        { invoiceId: 'bill-2', amountMinor: 1000, isPartial: true },
      ],
    ),
  })
  .map(({ offer, parts }) => ({
    ...offer,
    kind: 'question',
    invoiceId: 'bill-1',
    parts,
    amount: money(
      parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      offer.amount.currency,
    ),
  }));

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
  offer: maybe(fc.oneof(anOffer, aSplitOffer)),
  menu: maybe(fc.record({ invoiceIds: fc.constant(['bill-1', 'bill-2']), expiresAt: anInstant })),
  otherOffers: fc.nat({ max: 1 }),
  paymentInFlight: maybe(fc.record({ paymentId: fc.constant('p'), amount: anAmount })),
  lastPaid: maybe(
    fc.record({
      paymentId: fc.constant('p'),
      invoiceId: aBillId,
      paidAt: anInstant,
      amount: anAmount,
      isComingBack: fc.boolean(),
    }),
  ),
  isEcho: fc.boolean(),
  consent: fc.constantFrom('express' as const, 'confirmed' as const, 'revoked' as const, undefined),
  hasCarrierAnswered: fc.boolean(),
  stopConfirmedAt: maybe(anInstant),
  heldSince: maybe(anInstant),
  isToldToday: fc.boolean(),
  freshCode: fc.constant('42'),
});

const DUE = money(8420, 'USD');
const OFFER = { id: 'offer-1', invoiceId: 'bill-1', methodId: 'card-1', amount: DUE };
const LATER = new Date(NOW.getTime() + 3_600_000);

/** As it is when money may move. */
const rightly = fc.constantFrom('question' as const, 'bill' as const, 'part' as const).map((kind) => ({
  bills: [{ invoiceId: 'bill-1', number: 'C-1', amountDue: DUE, dueOn: '2026-11-27' }],
  method: { id: 'card-1', card: CARD },
  isOneReplyOn: true,
  offer:
    kind === 'part'
      ? {
          ...OFFER,
          kind: 'question' as const,
          amount: money(5000, 'USD'),
          parts: [{ invoiceId: 'bill-1', amountMinor: 5000, isPartial: true }],
          code: '73',
          expiresAt: LATER,
        }
      : { ...OFFER, kind, code: kind === 'bill' ? '' : '73', expiresAt: LATER },
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
export const someFacts: fc.Arbitrary<DialogFacts> = fc
  .tuple(wildly, rightly, fc.subarray(RIGHT, { maxLength: 2 }), fc.boolean())
  .map(([wild, right, spoiled, isWild]) => {
    const kept = Object.entries(right).filter(([field]) => !spoiled.includes(field));
    const mixed = isWild ? wild : { ...wild, ...(Object.fromEntries(kept) as Partial<typeof right>) };
    const { otherOffers, method, isOneReplyOn, ...facts } = mixed;
    return {
      ...facts,
      language: 'en',
      today: '2026-11-20',
      rules: DEFAULT_MONEY_RULES,
      bills: facts.bills.map((bill) => ({ ...bill, accountId: 'a1', method, isOneReplyOn })),
      billCount: facts.bills.length,
      totalDue: facts.bills[0] ? money(10_000, 'USD') : undefined,
      openOffers: (facts.offer ? 1 : 0) + otherOffers,
    };
  });

export const anIntent: fc.Arbitrary<Intent> = fc.oneof(
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
    { kind: 'choice', which: [2] },
    { kind: 'choice', which: 'all' },
    { kind: 'undo' },
    { kind: 'later' },
    { kind: 'promise', day: { by: 'weekday', weekday: 4 } },
    { kind: 'bills' },
    { kind: 'links', isWanted: false },
    { kind: 'language', to: 'sv' },
  ),
  maybe(aCode).map((code): Intent => (code === undefined ? { kind: 'yes' } : { kind: 'yes', code })),
);
