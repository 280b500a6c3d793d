import { expect, it } from 'vitest';
import { draftOf, readDraft } from './card-fee-draft.ts';

it.each([
  null,
  { kind: 'convenience', feeMinor: 195 },
  { kind: 'surcharge', bp: 250, costBp: 241, announcedOn: '2026-10-01' },
] as const)('%j comes back from its form as it went in', (terms) => {
  expect(readDraft(draftOf(terms))).toEqual(terms);
});

it.each([
  [{ percent: '2,5' }, 250],
  [{ percent: '3' }, 300],
  [{ percent: ' 0.05 ' }, 5],
  [{ percent: '0' }, undefined],
  [{ percent: '2.555' }, undefined],
  [{ percent: 'two' }, undefined],
  [{ percent: '-1' }, undefined],
  [{ percent: '2.5', announcedOn: '' }, undefined],
])('%j is read as %s hundredths of a percent, or as not finished', (typed, bp) => {
  const draft = { kind: 'surcharge' as const, cost: '2.5', fee: '', announcedOn: '2026-10-01', ...typed };
  const terms = readDraft(draft);
  expect(terms && 'bp' in terms ? terms.bp : undefined).toBe(bp);
});
