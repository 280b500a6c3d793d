import { expect, it } from 'vitest';
import { LANGUAGES } from '../../locale/language.ts';
import type { BillFact, BillFactKind } from './bill-fact.ts';
import { tellTimeline } from './tell-timeline.ts';
import { TIMELINE_WORDS } from './timeline-words.ts';

const KINDS = Object.keys(TIMELINE_WORDS.en) as BillFactKind[];

function fact(kind: BillFactKind, minute: number, rest: Partial<BillFact> = {}): BillFact {
  const at = new Date(Date.UTC(2026, 10, 20, 15, minute)).toISOString();
  return {
    id: `${kind}-${minute}`,
    kind,
    at,
    amountMinor: 8420,
    card: 'Visa 1111',
    day: '2026-11-27',
    phoneTail: '55',
    reason: 'code',
    ...rest,
  };
}

const reader = { language: 'en', currency: 'USD', audience: 'staff' } as const;
const wordsOf = (facts: BillFact[], audience: 'customer' | 'staff' = 'staff') =>
  tellTimeline(facts, { ...reader, audience }).map(({ words }) => words);

it('tells a bill from its issue to its payment, oldest first, in whatever order facts come', () => {
  const facts = [
    fact('paid', 9),
    fact('delivered', 1),
    fact('sent', 1),
    fact('issued', 0),
    fact('opened', 5),
  ];
  expect(wordsOf(facts)).toEqual([
    'Bill of $84.20 issued',
    'Sent by text to the phone ending 55',
    'Text delivered to the phone ending 55',
    'Bill opened from the text',
    'Paid $84.20 with Visa 1111',
  ]);
});

it('leaves out what a fact does not have', () => {
  expect(wordsOf([fact('paid', 0, { card: null }), fact('held', 1, { day: null })])).toEqual([
    'Paid $84.20',
    'Bill rests',
  ]);
});

it('counts looks in a row as one line', () => {
  const told = tellTimeline(
    [fact('viewed', 1), fact('viewed', 2), fact('paid', 3), fact('viewed', 4)],
    reader,
  );
  expect(told.map(({ kind, times }) => [kind, times])).toEqual([
    ['viewed', 2],
    ['paid', 1],
    ['viewed', 1],
  ]);
});

it("keeps the biller's books and codes from the customer", () => {
  const facts = KINDS.map((kind, n) => fact(kind, n));
  const told = tellTimeline(facts, { ...reader, audience: 'customer' });
  expect(told.some(({ kind }) => kind === 'write-off' || kind === 'not-delivered')).toBe(false);
  expect(told.every(({ reason }) => reason === null)).toBe(true);
});

it.each(LANGUAGES)('has words for everything in %s, and fills every place in them', (language) => {
  for (const kind of KINDS) {
    const [full] = tellTimeline([fact(kind, 0)], { ...reader, language });
    expect(full?.words).not.toMatch(/[{}[\]]|^$/);
    const bare = fact(kind, 0, { card: null, day: null, phoneTail: null });
    expect(tellTimeline([bare], { ...reader, language })[0]?.words).not.toMatch(/[{}[\]]|^$|\s$/);
  }
});
