import { describe, expect, it } from 'vitest';
import { countUnits } from './count-units.ts';

describe('countUnits', () => {
  it.each([
    ['an empty text', '', 'gsm-7', 1],
    ['160 plain letters', 'a'.repeat(160), 'gsm-7', 1],
    ['161 plain letters', 'a'.repeat(161), 'gsm-7', 2],
    ['306 plain letters', 'a'.repeat(306), 'gsm-7', 2],
    ['307 plain letters', 'a'.repeat(307), 'gsm-7', 3],
    ['Nordic letters, which the GSM alphabet has', 'åäöÅÄÖøØæÆ'.repeat(16), 'gsm-7', 1],
    ['80 euro signs, two septets each', '€'.repeat(80), 'gsm-7', 1],
    ['81 euro signs', '€'.repeat(81), 'gsm-7', 2],
    ['one ë, which the GSM alphabet lacks, in 70', `ë${'a'.repeat(69)}`, 'ucs-2', 1],
    ['one ë in 71', `ë${'a'.repeat(70)}`, 'ucs-2', 2],
    ['35 emoji of two units each', '🙂'.repeat(35), 'ucs-2', 1],
    ['36 emoji', '🙂'.repeat(36), 'ucs-2', 2],
  ] as const)('counts %s', (_, text, encoding, units) => {
    expect(countUnits(text)).toMatchObject({ encoding, units });
  });

  it('moves an escaped character whole into the next part when one septet of room is left', () => {
    const { parts } = countUnits(`${'a'.repeat(152)}€${'b'.repeat(100)}`);
    expect(parts.map((part) => part.length)).toEqual([152, 101]);
    expect(parts[1]?.startsWith('€')).toBe(true);
  });

  it('needs a part more when cutting beside escape pairs wastes the room of one', () => {
    // 306 septets would fill two parts exactly, but neither part can end on half a euro sign.
    const text = `${'a'.repeat(152)}€${'a'.repeat(152)}`;
    expect(countUnits(text)).toMatchObject({ length: 306, units: 3 });
  });

  it('never cuts an emoji in half', () => {
    const { parts } = countUnits(`${'a'.repeat(66)}🙂${'b'.repeat(20)}`);
    expect(parts.map((part) => part.length)).toEqual([66, 22]);
  });
});
