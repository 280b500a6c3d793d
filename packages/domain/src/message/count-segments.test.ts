import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from './count-segments.ts';
import { splitSegments } from './split-segments.ts';

const a = (count: number) => 'a'.repeat(count);

describe('countSegments', () => {
  it.each([
    ['nothing', '', 'GSM-7', 0, 0],
    ['a full single part', a(160), 'GSM-7', 160, 1],
    ['one more than a single part', a(161), 'GSM-7', 161, 2],
    ['two full joined parts', a(306), 'GSM-7', 306, 2],
    ['one more than two joined parts', a(307), 'GSM-7', 307, 3],
    ['a euro sign takes two', `${a(158)}€`, 'GSM-7', 160, 1],
    ['a euro sign that does not fit the single part', `${a(159)}€`, 'GSM-7', 161, 2],
    ['an escape pair that would straddle two parts', `${a(152)}€${a(152)}`, 'GSM-7', 306, 3],
    ['Norwegian letters are GSM-7', 'Hei Øyvind, ÆØÅ æøå', 'GSM-7', 19, 1],
    ['Spanish á is not', 'Pague aquí', 'UCS-2', 10, 1],
    ['é and ñ are', 'señor café', 'GSM-7', 10, 1],
    ['lower-case ç is not, upper-case is', 'Ç', 'GSM-7', 1, 1],
    ['a family of three emoji', '👨‍👩‍👧', 'UCS-2', 8, 1],
    ['a full single UCS-2 part', 'ж'.repeat(70), 'UCS-2', 70, 1],
    ['one more than a single UCS-2 part', 'ж'.repeat(71), 'UCS-2', 71, 2],
    [
      'a surrogate pair that would straddle two parts',
      `${'ж'.repeat(66)}🛑${'ж'.repeat(66)}`,
      'UCS-2',
      134,
      3,
    ],
    ['a no-break space makes it UCS-2', '1\u00A0234,50 kr', 'UCS-2', 11, 1],
    ['line breaks and form feed', 'a\r\n\f', 'GSM-7', 5, 1],
    ['a tab is not GSM-7', 'a\tb', 'UCS-2', 3, 1],
    ['a bare escape is not a character', '\u001B', 'UCS-2', 1, 1],
  ])('%s', (_name, text, encoding, units, parts) => {
    expect(countSegments(text)).toEqual({ encoding, units, parts });
  });

  it('knows the 127 characters of the default alphabet and ten of the extension table', () => {
    const single: string[] = [];
    const double: string[] = [];
    for (let code = 0; code < 0x2100; code++) {
      const count = countSegments(String.fromCharCode(code));
      if (count.encoding === 'GSM-7') (count.units === 1 ? single : double).push(String.fromCharCode(code));
    }
    expect(single).toHaveLength(127);
    expect(double.sort()).toEqual([...'\f[\\]^{|}~€'].sort());
  });
});

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '€', '[', 'é', ' '), minLength: 0, maxLength: 700 }),
  fc.string({ unit: fc.constantFrom('ж', '🛑', 'a', '€', '\u200D'), minLength: 0, maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('splitSegments', () => {
  it('gives parts that are the text again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(splitSegments(text).join('')).toBe(text);
      }),
    );
  });

  it('cuts no surrogate pair that was whole', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(text.isWellFormed());
        for (const part of splitSegments(text)) expect(part.isWellFormed()).toBe(true);
      }),
    );
  });

  it('fills a part as far as the next character allows and never beyond', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { encoding } = countSegments(text);
        const room = encoding === 'GSM-7' ? 153 : 67;
        // A part may hold no sign that alone asks for UCS-2, so units are counted beside one that settles the encoding.
        const units = (part: string) =>
          encoding === 'GSM-7' ? countSegments(part).units : countSegments(`${part}ж`).units - 1;
        const parts = splitSegments(text);
        if (parts.length < 2) return;
        for (const [index, part] of parts.entries()) {
          expect(units(part)).toBeLessThanOrEqual(room);
          const next = parts[index + 1];
          if (next !== undefined) expect(units(part + [...next][0])).toBeGreaterThan(room);
        }
      }),
    );
  });
});
