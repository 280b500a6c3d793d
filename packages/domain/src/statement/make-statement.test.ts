import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../locale/language.ts';
import { makeStatement } from './make-statement.ts';
import type { Movement } from './statement.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

const HEAD = { currency: 'USD' as const, from: '2026-01-01', to: '2026-12-31', language: 'en' as const };

describe('makeStatement', () => {
  it('says each movement in words, with what is owed after it', () => {
    const movements: Movement[] = [
      { day: '2026-11-20', cause: 'invoice-issued', minor: 8_420, bills: ['A-1'] },
      { day: '2026-11-21', cause: 'credit-granted', minor: -500, bills: [] },
      { day: '2026-11-21', cause: 'credit-used', minor: 0, bills: ['A-1'] },
      { day: '2026-11-27', cause: 'payment-captured', minor: -7_920, bills: ['A-1', 'A-2'] },
      { day: '2026-11-28', cause: 'refund-made', minor: 920, bills: [] },
    ];
    const { rows, closingMinor } = makeStatement({ ...HEAD, openingMinor: 0, movements });
    expect(rows.map(({ words, balanceMinor }) => [words, balanceMinor])).toEqual([
      ['Bill A-1', 8_420],
      ['Credit', 7_920],
      ['Credit used for bill A-1', 7_920],
      ['Payment for bill A-1, A-2', 0],
      ['Refund', 920],
    ]);
    expect(closingMinor).toBe(920);
  });

  it('adds up, whatever moved', () => {
    const aMovement = fc.record({
      day: fc.constant('2026-11-20'),
      cause: fc.constant('late-fee' as const),
      minor: fc.integer({ min: -1e9, max: 1e9 }),
      bills: fc.constant(['A-1']),
    });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(aMovement), (openingMinor, movements) => {
        const { rows, closingMinor } = makeStatement({ ...HEAD, openingMinor, movements });
        expect(openingMinor + rows.reduce((sum, { minor }) => sum + minor, 0)).toBe(closingMinor);
        expect(rows.at(-1)?.balanceMinor ?? openingMinor).toBe(closingMinor);
      }),
    );
  });

  it.each(LANGUAGES)(
    'has words for every cause in %s, and leaves no bracket or name of a blank',
    (language) => {
      for (const words of Object.values(STATEMENT_WORDS[language])) {
        expect(words.match(/\{(\w+)\}/)?.[1] ?? 'bill').toBe('bill');
        expect(words.length).toBeGreaterThan(3);
      }
    },
  );
});
