import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex } from './contrast.ts';
import { correctAccent, type Scheme, SURFACES } from './correct-accent.ts';

const SCHEMES: Scheme[] = ['light', 'dark'];
const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((packed) => `#${packed.toString(16).padStart(6, '0')}`);

describe('correctAccent', () => {
  it('gives 4.5:1 on every surface and for the text on top, whatever colour a biller picks', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...SCHEMES), (hex, scheme) => {
        const { accent, onAccent } = correctAccent(hex, scheme);
        expect(accent).toMatch(/^#[0-9a-f]{6}$/);
        for (const surface of SURFACES[scheme]) expect(contrast(accent, surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('is settled after one correction', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...SCHEMES), (hex, scheme) => {
        const once = correctAccent(hex, scheme);
        expect(correctAccent(once.accent, scheme)).toEqual(once);
      }),
    );
  });

  it('leaves a readable colour as the biller wrote it', () => {
    expect(correctAccent('#0B3D91', 'light')).toEqual({ accent: '#0b3d91', onAccent: '#ffffff' });
    expect(correctAccent('#ffd166', 'dark').accent).toBe('#ffd166');
  });

  it('goes no further than it must: the corrected colour is barely over the line', () => {
    for (const hex of ['#ffd166', '#00b4d8', '#ff6b6b', '#a3e635']) {
      const { accent } = correctAccent(hex, 'light');
      const worst = Math.min(...SURFACES.light.map((surface) => contrast(accent, surface)));
      expect(worst).toBeLessThan(4.75);
    }
  });

  it('keeps the hue: a yellow becomes gold and not olive, a blue stays blue and not violet', () => {
    const [red, green, blue] = parseHex(correctAccent('#ffd166', 'light').accent);
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue + 40);
    const [r, g, b] = parseHex(correctAccent('#1d3bd1', 'dark').accent);
    expect(b).toBeGreaterThan(g);
    expect(g).toBeGreaterThan(r);
  });

  it.each([
    ['#f4f6f8', 'light', '#14191b'],
    ['#fdfdfd', 'light', '#14191b'],
    ['#101418', 'dark', '#eef1ef'],
    ['#000000', 'dark', '#eef1ef'],
  ] as const)(
    'makes %s, which has no hue and cannot be read when it is %s, ink and not grey',
    (hex, scheme, ink) => {
      expect(correctAccent(hex, scheme).accent).toBe(ink);
    },
  );

  it('refuses what is not a colour', () => {
    expect(() => correctAccent('red', 'light')).toThrow(RangeError);
  });
});

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('%s on %s is %d:1', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});
