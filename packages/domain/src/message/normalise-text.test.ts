import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from './count-segments.ts';
import { normaliseText } from './normalise-text.ts';

describe('normaliseText', () => {
  it.each([
    ['no-break and narrow spaces', '1\u00A0234,50\u202Fkr\u2009!', '1 234,50 kr !'],
    ['minus and dashes', '\u22125 \u2013 \u2014 \u2011', '-5 - - -'],
    ['curly quotes', 'don\u2019t say \u201Ehej\u201D \u00ABja\u00BB', 'don\'t say "hej" "ja"'],
    ['an ellipsis', 'wait\u2026', 'wait...'],
    ['what cannot be seen', 'S\u200BT\u00ADO\uFEFFP\u2060\u200E', 'STOP'],
    ['letters and accents apart', 'Zoe\u0308', 'Zoë'],
    ['an accent behind something invisible', 'a\u200B\u0308', 'ä'],
    ['a joiner between letters', 'a\u200Db', 'ab'],
    ['a family stays together', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['names keep their letters', 'Øyvind Łukasz Núñez', 'Øyvind Łukasz Núñez'],
    ['line breaks stay', 'a\nb', 'a\nb'],
  ])('%s', (_name, text, plain) => {
    expect(normaliseText(text)).toBe(plain);
  });

  it('makes a GSM-7 text of a Swedish amount as Intl writes it', () => {
    const text = `Betala ${new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' }).format(-1234.5)}`;
    expect(countSegments(text).encoding).toBe('UCS-2');
    expect(countSegments(normaliseText(text)).encoding).toBe('GSM-7');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });

  it('leaves a text of the GSM alphabet alone', () => {
    const unit = fc.constantFrom(...'@£$èéùìòÇØøÅåÆæßÉ !"#%&\'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà€[]{}');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(normaliseText(text)).toBe(text);
      }),
    );
  });
});
