import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { CARD_FEE_LAWS, type CardFeeTerms } from './card-fee.ts';
import { type CardFeeFacts, decideCardFee } from './decide-card-fee.ts';
import type { Funding } from './payment-method.ts';
import { sayPaidWithFee, sayWithFee } from './say-with-fee.ts';

const TERMS: CardFeeTerms = { kind: 'surcharge', bp: 300, costBp: 300, announcedOn: '2026-10-01' };
const TEXAN: CardFeeFacts = {
  amount: money(5_000, 'USD'),
  card: { brand: 'Visa', funding: 'credit' },
  places: ['US-TX'],
  today: '2026-11-22',
  isByItself: false,
};

describe('decideCardFee', () => {
  it('adds the share to a payment by credit card where that is allowed, and names the rules', () => {
    expect(decideCardFee(TEXAN, TERMS)).toEqual({ kind: 'fee', feeMinor: 150, laws: ['FEE-US'] });
  });

  it.each<[string, Partial<CardFeeFacts>, CardFeeTerms | null, string]>([
    ['a biller without terms', {}, null, 'OFF'],
    ['a charge by itself', { isByItself: true }, TERMS, 'BY_ITSELF'],
    ['a debit card', { card: { brand: 'Visa', funding: 'debit' } }, TERMS, 'NOT_CREDIT'],
    ['a prepaid card', { card: { brand: 'Visa', funding: 'prepaid' } }, TERMS, 'NOT_CREDIT'],
    ['a card whose bank does not say', { card: { brand: 'Visa', funding: null } }, TERMS, 'NOT_CREDIT'],
    ['a bank account', { card: { brand: 'Bank', kind: 'bank', funding: 'credit' } }, TERMS, 'NOT_CREDIT'],
    ['a payer of nowhere', { places: [] }, TERMS, 'PLACE_UNKNOWN'],
    ['Massachusetts', { places: ['US-MA'] }, TERMS, 'FORBIDDEN_HERE'],
    ['a state that nobody knows', { places: ['US-DEF'] }, TERMS, 'FORBIDDEN_HERE'],
    ['a Texan number in Maine', { places: ['US-TX', 'US-ME'] }, TERMS, 'FORBIDDEN_HERE'],
    ['New York City', { places: ['US-NY-NYC'] }, TERMS, 'FORBIDDEN_HERE'],
    ['Sweden', { places: ['SE'], amount: money(5_000, 'SEK') }, TERMS, 'FORBIDDEN_HERE'],
    ['a country without a rule', { places: ['CA'] }, TERMS, 'FORBIDDEN_HERE'],
    ['another currency', { amount: money(5_000, 'EUR') }, TERMS, 'OTHER_CURRENCY'],
    ['a cent', { amount: money(1, 'USD') }, TERMS, 'TOO_LITTLE'],
    ['networks told 29 days ago', { today: '2026-10-30' }, TERMS, 'NOT_ANNOUNCED'],
  ])('adds nothing for %s', (_, change, terms, reason) => {
    expect(decideCardFee({ ...TEXAN, ...change }, terms)).toEqual({ kind: 'none', reason });
  });

  it.each<[string, Partial<CardFeeFacts>, Partial<CardFeeTerms>, number]>([
    ['what the card costs', {}, { costBp: 190 }, 95],
    ['what Visa allows', {}, { bp: 400, costBp: 500 }, 150],
    [
      'what Mastercard allows',
      { card: { brand: 'Mastercard', funding: 'credit' } },
      { bp: 500, costBp: 500 },
      200,
    ],
    ['what Colorado allows', { places: ['US-CO'] }, {}, 100],
    ['what all places of the payer allow', { places: ['US-TX', 'US-CO'] }, {}, 100],
  ])('adds no more than %s', (_, change, terms, feeMinor) => {
    expect(decideCardFee({ ...TEXAN, ...change }, { ...TERMS, ...terms } as CardFeeTerms)).toMatchObject({
      feeMinor,
    });
  });

  it('adds one sum for convenience, whatever is paid', () => {
    const terms: CardFeeTerms = { kind: 'convenience', feeMinor: 195 };
    expect(decideCardFee(TEXAN, terms)).toMatchObject({ feeMinor: 195 });
    expect(decideCardFee({ ...TEXAN, places: ['US-CT'] }, terms)).toMatchObject({ reason: 'FORBIDDEN_HERE' });
  });

  it('never adds to debit or prepaid, and never more than any place of the payer allows', () => {
    const facts = fc.record({
      minor: fc.integer({ min: 1, max: 1e12 }),
      funding: fc.constantFrom<Funding | null>('credit', 'debit', 'prepaid', null),
      brand: fc.constantFrom('Visa', 'Mastercard', 'American Express'),
      places: fc.array(fc.constantFrom('US-TX', 'SE', 'US-WA', ...CARD_FEE_LAWS.map(({ place }) => place)), {
        maxLength: 3,
      }),
      bp: fc.integer({ min: 0, max: 10_000 }),
      costBp: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(facts, ({ minor, funding, brand, places, bp, costBp }) => {
        const asked = { ...TEXAN, amount: money(minor, 'USD'), card: { brand, funding }, places };
        const answer = decideCardFee(asked, { kind: 'surcharge', bp, costBp, announcedOn: '2026-01-01' });
        if (answer.kind === 'none') return;
        expect(funding).toBe('credit');
        const most = CARD_FEE_LAWS.filter(({ place }) => places.includes(place)).map(({ mostBp }) => mostBp);
        expect(answer.feeMinor * 10_000).toBeLessThanOrEqual(minor * Math.min(bp, costBp, 400, ...most));
      }),
    );
  });
});

describe('a fee in words', () => {
  it('stands beside the amount before, and within it afterwards, in the language of the text', () => {
    expect(sayWithFee(money(5_000, 'USD'), 125, 'en')).toBe('$50.00 + $1.25 card fee = $51.25');
    expect(sayPaidWithFee(money(5_125, 'USD'), 125, 'en')).toBe('$51.25 ($50.00 + $1.25 card fee)');
    expect(sayWithFee(money(5_000, 'USD'), 125, 'es')).toContain('cargo por tarjeta');
  });

  it('is not spoken of where there is none', () => {
    expect(sayWithFee(money(5_000, 'USD'), 0, 'en')).toBe('$50.00');
    expect(sayPaidWithFee(money(5_000, 'USD'), 0, 'en')).toBe('$50.00');
  });
});
