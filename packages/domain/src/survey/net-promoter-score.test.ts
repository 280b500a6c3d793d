import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeScore } from './judge-score.ts';
import { netPromoterScore } from './net-promoter-score.ts';

describe('an answer', () => {
  it.each([
    [0, 'detractor'],
    [6, 'detractor'],
    [7, 'passive'],
    [8, 'passive'],
    [9, 'promoter'],
    [10, 'promoter'],
  ])('of %i is a %s’s', (score, attitude) => {
    expect(judgeScore(score)).toBe(attitude);
  });
});

describe('the net promoter score', () => {
  it('is not known where nobody answered', () => {
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeUndefined();
  });

  it('is the share of promoters less that of detractors', () => {
    expect(netPromoterScore({ promoters: 6, passives: 3, detractors: 1 })?.score).toBe(50);
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 4 })?.score).toBe(-100);
  });

  it('is claimed less closely by fewer answers', () => {
    const width = (times: number) => {
      const found = netPromoterScore({ promoters: 6 * times, passives: 3 * times, detractors: times });
      return (found?.high ?? 0) - (found?.low ?? 0);
    };
    expect(width(1)).toBeGreaterThan(width(10));
    expect(width(10)).toBeGreaterThan(width(100));
  });

  it('stays within what is possible', () => {
    const count = fc.integer({ min: 0, max: 5_000 });
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const found = netPromoterScore({ promoters, passives, detractors });
        if (!found) return;
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(found.low).toBeGreaterThanOrEqual(-100);
        expect(found.high).toBeLessThanOrEqual(100);
      }),
    );
  });
});
