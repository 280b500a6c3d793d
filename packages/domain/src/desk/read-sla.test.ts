import { expect, it } from 'vitest';
import { readSla } from './read-sla.ts';

const now = new Date('2026-11-20T15:00:00Z');
const rule = { answerMin: 15, warnMin: 10 };

it.each([
  [0, 'calm', 15],
  [9, 'calm', 6],
  [10, 'soon', 5],
  [14, 'soon', 1],
  [15, 'late', 0],
  [60, 'late', -45],
])('after %i minutes is %s, with %i left', (waited, kind, leftMin) => {
  expect(readSla(new Date(now.getTime() - waited * 60_000), now, rule)).toEqual({
    kind,
    waitedMin: waited,
    leftMin,
  });
});

it('counts nothing where nobody waits', () => {
  expect(readSla(null, now, rule)).toEqual({ kind: 'none' });
});
