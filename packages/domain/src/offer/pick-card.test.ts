import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, NoticeCard, OfferCard, SurveyCard } from './journey.ts';
import { type CardSituation, pickCard, pickInvitation } from './pick-card.ts';

const OFFER: OfferCard = {
  kind: 'offer',
  key: 'autopay-first-month',
  does: 'autopay',
  priority: 5,
  words: {
    en: { title: 'Never think of it again', body: 'Autopay pays on the due date.', action: 'Turn it on' },
  },
};
const SURVEY: SurveyCard = {
  kind: 'survey',
  key: 'nps-yearly',
  priority: 1,
  againAfterDays: 180,
  words: { en: { title: 'How likely are you to recommend us?' } },
};
const NOTICE: NoticeCard = {
  kind: 'notice',
  key: 'works-in-maple-street',
  priority: 1,
  postalCodes: ['142'],
  words: { en: { title: 'Works in Maple Street', body: 'Power is off on Tuesday from 9 to 11.' } },
};

const CALM: CardSituation = {
  today: '2027-03-15',
  openedOn: '2026-03-15',
  postalCode: '10115',
  isOverdue: false,
  isDisputed: false,
  hasAutopay: false,
  isPaperless: false,
  hasObjected: false,
  seen: [],
};

const pick = (cards: Card[], situation: Partial<CardSituation> = {}) =>
  pickCard({ cards }, { ...CALM, ...situation })?.key;

describe('the card beside a bill', () => {
  it('is one: what concerns the house before what is asked, and that before what is offered', () => {
    expect(pick([OFFER, SURVEY, NOTICE], { postalCode: '14203' })).toBe(NOTICE.key);
    expect(pick([OFFER, SURVEY, NOTICE])).toBe(SURVEY.key);
    expect(pick([OFFER])).toBe(OFFER.key);
  });

  it('is the more important of two of a kind', () => {
    expect(pick([OFFER, { ...OFFER, key: 'other', priority: 6 }])).toBe('other');
  });

  it('is none where none is relevant', () => {
    expect(pick([])).toBeUndefined();
    expect(pick([OFFER], { hasAutopay: true })).toBeUndefined();
    expect(pick([{ ...OFFER, does: 'paperless' }], { isPaperless: true })).toBeUndefined();
    expect(pick([NOTICE], { postalCode: null })).toBeUndefined();
  });

  it('asks and offers nothing while a bill is overdue or in dispute; a notice stays news', () => {
    for (const trouble of [{ isOverdue: true }, { isDisputed: true }]) {
      expect(pick([OFFER, SURVEY], trouble)).toBeUndefined();
      expect(pick([OFFER, SURVEY, NOTICE], { ...trouble, postalCode: '14203' })).toBe(NOTICE.key);
    }
  });

  it('offers nothing to who objected to advertising', () => {
    expect(pick([OFFER], { hasObjected: true })).toBeUndefined();
    expect(pick([SURVEY], { hasObjected: true })).toBe(SURVEY.key);
  });

  it('keeps to its days, months and tenure, both ends included', () => {
    const dated = { ...OFFER, from: '2027-03-15', to: '2027-03-16' };
    expect(pick([dated], { today: '2027-03-14' })).toBeUndefined();
    expect(pick([dated], { today: '2027-03-15' })).toBe(OFFER.key);
    expect(pick([dated], { today: '2027-03-16' })).toBe(OFFER.key);
    expect(pick([dated], { today: '2027-03-17' })).toBeUndefined();
    expect(pick([{ ...OFFER, months: [4] }])).toBeUndefined();
    expect(pick([{ ...OFFER, months: [3] }])).toBe(OFFER.key);
    const year = { ...OFFER, tenureMonths: { min: 12, max: 12 } };
    expect(pick([year], { today: '2027-03-14' })).toBeUndefined();
    expect(pick([year], { today: '2027-03-15' })).toBe(OFFER.key);
    expect(pick([year], { today: '2027-04-14' })).toBe(OFFER.key);
    expect(pick([year], { today: '2027-04-15' })).toBeUndefined();
  });

  it('does not come again once it was answered, unless its rule says after how long', () => {
    const seen = (key: string, doneOn: string | null) => ({ seen: [{ key, doneOn }] });
    expect(pick([OFFER], seen(OFFER.key, null))).toBe(OFFER.key);
    expect(pick([OFFER], seen(OFFER.key, '2026-03-16'))).toBeUndefined();
    expect(pick([SURVEY], seen(SURVEY.key, '2026-09-17'))).toBeUndefined();
    expect(pick([SURVEY], seen(SURVEY.key, '2026-09-16'))).toBe(SURVEY.key);
  });

  it('that follows an answer is never shown by itself', () => {
    expect(pick([{ ...OFFER, isFollowUp: true }])).toBeUndefined();
  });

  it('is never asked or offered of who is overdue, in dispute or has objected, whatever the cards and the account', () => {
    const rule = {
      key: fc.string({ minLength: 1, maxLength: 6 }),
      priority: fc.integer({ min: 0, max: 99 }),
      months: fc.option(fc.subarray([1, 3, 6, 12], { minLength: 1 }), { nil: undefined }),
      tenureMonths: fc.option(fc.record({ min: fc.nat(24), max: fc.nat(48) }), { nil: undefined }),
    };
    const cards = fc.array(
      fc.record({ ...rule, of: fc.constantFrom(OFFER, SURVEY, NOTICE), isFollowUp: fc.boolean() }),
      { maxLength: 8 },
    );
    const stands = fc.record({
      isOverdue: fc.boolean(),
      isDisputed: fc.boolean(),
      hasObjected: fc.boolean(),
      hasAutopay: fc.boolean(),
    });
    fc.assert(
      fc.property(cards, stands, (given, how) => {
        const all = given.map(({ of, ...one }) => ({ ...of, ...one, postalCodes: undefined }) as Card);
        const card = pickCard({ cards: all }, { ...CALM, ...how });
        if (how.isOverdue || how.isDisputed) expect(card?.kind ?? 'notice').toBe('notice');
        if (how.hasObjected || how.hasAutopay) expect(card?.kind).not.toBe('offer');
        if (card?.kind === 'offer') expect(card.isFollowUp).toBe(false);
        // None only where none fits: a calm account for whom a notice was written sees something.
        if (all.some((one) => one.kind === 'notice' && !one.months && !one.tenureMonths))
          expect(card).toBeDefined();
      }),
    );
  });

  it('never depends on the order in which cards were written', () => {
    const cards = fc.uniqueArray(
      fc.record({ priority: fc.integer({ min: 0, max: 99 }), kind: fc.constantFrom(OFFER, SURVEY, NOTICE) }),
      { selector: ({ priority }) => priority, maxLength: 6 },
    );
    fc.assert(
      fc.property(cards, (given) => {
        const all = given.map(({ priority, kind }) => ({ ...kind, key: `card-${priority}`, priority }));
        expect(pick(all)).toBe(pick([...all].reverse()));
      }),
    );
  });
});

describe('an invitation by text', () => {
  const INVITING: SurveyCard = { ...SURVEY, inviteAfterDays: 1 };
  const invite = (cards: Card[], situation: Partial<CardSituation> = {}) =>
    pickInvitation({ cards }, { ...CALM, ...situation })?.key;

  it('is to a survey that has one and fits the account today, and to none else', () => {
    expect(invite([NOTICE, OFFER, SURVEY])).toBeUndefined();
    expect(invite([NOTICE, OFFER, INVITING])).toBe(SURVEY.key);
    expect(invite([{ ...INVITING, months: [4] }])).toBeUndefined();
    for (const trouble of [{ isOverdue: true }, { isDisputed: true }]) {
      expect(invite([INVITING], trouble)).toBeUndefined();
    }
  });

  it('comes once, or again by the rule of the survey, and not to who has answered', () => {
    const told = (invitedOn: string | null, doneOn: string | null = null) => ({
      seen: [{ key: SURVEY.key, doneOn, invitedOn }],
    });
    expect(invite([INVITING], told('2026-09-17'))).toBeUndefined();
    expect(invite([INVITING], told('2026-09-16'))).toBe(SURVEY.key);
    expect(invite([{ ...INVITING, againAfterDays: undefined }], told('2020-01-01'))).toBeUndefined();
    expect(invite([INVITING], told(null, '2027-03-01'))).toBeUndefined();
  });

  it('puts its survey before every other card for two weeks, until it is answered', () => {
    const cards = [{ ...NOTICE, postalCodes: undefined }, INVITING];
    const told = (invitedOn: string, doneOn: string | null = null) => ({
      seen: [{ key: SURVEY.key, doneOn, invitedOn }],
    });
    expect(pick(cards)).toBe(NOTICE.key);
    expect(pick(cards, told('2027-03-01'))).toBe(SURVEY.key);
    expect(pick(cards, told('2027-02-28'))).toBe(NOTICE.key);
    expect(pick(cards, told('2027-03-01', '2027-03-02'))).toBe(NOTICE.key);
  });
});
