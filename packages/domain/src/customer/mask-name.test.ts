import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName } from './mask-name.ts';

describe('maskName', () => {
  it.each([
    ['Cindy', 'Rivera', 'C•••• R••••'],
    ['Bo', 'Li', 'B•••• L••••'],
    ['Åsa', 'Öberg', 'Å•••• Ö••••'],
    ['A\u030Asa', 'E\u0301tienne', 'Å•••• É••••'],
    ['Mary Ann', "O'Neil-Smith", 'M•••• O••••'],
    ['𝒜da', 'L', '𝒜•••• L••••'],
    [' Cindy ', '', 'C••••'],
    ['', '', ''],
  ])('shows %j %j as %j', (first, last, masked) => {
    expect(maskName(first, last)).toBe(masked);
  });

  it('tells nothing but the first letters, not even how long the names are', () => {
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(name, name, (first, last) => {
        const initials = [first, last].map((text) => [...text.trim()][0]);
        expect(maskName(first, last)).toBe(`${initials[0]}•••• ${initials[1]}••••`);
      }),
    );
  });
});
