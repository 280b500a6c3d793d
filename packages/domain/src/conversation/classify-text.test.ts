import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyText, type TextClass } from './classify-text.ts';
import { WORKED_HARD_TEXTS } from './worked-hard-texts.ts';
import { WORKED_STOP_TEXTS } from './worked-stop-texts.ts';
import { WORKED_TEXTS } from './worked-texts.ts';

const worked = [WORKED_STOP_TEXTS, WORKED_TEXTS, WORKED_HARD_TEXTS]
  .flatMap(Object.entries<string>)
  .flatMap(([name, block]) =>
    block
      .split(/ \/ |\n/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => [name as TextClass, text] as const),
  );

const textOf = (name: TextClass) =>
  fc.constantFrom(...worked.filter(([other]) => other === name).map(([, text]) => text));

describe('classifyText', () => {
  it.each(worked)('%s: %s', (name, text) => {
    expect(classifyText(text)).toBe(name);
  });

  it.each([
    ['a text with lines', 'STOP\n\nSent from my iPhone'],
    ['letters with something invisible between', 'S\u200BT\u00ADO\u2060P'],
    ['letters of another alphabet', 'ЅТОР'],
    ['quotation marks', '\u201CSTOP\u201D'],
    ['a comma and a reason', 'STOP, I paid already'],
    ['a sentence before it', 'I paid already. STOP'],
    ['stretched letters', 'STOOOPPP'],
    ['an accent on top', 'stóp'],
  ])('finds STOP in %s', (_name, text) => {
    expect(classifyText(text)).toBe('OPT_OUT');
  });

  it('hears an opt-out in any case, with any punctuation and politeness around it', () => {
    const around = fc.constantFrom('', '!', '!!!', '.', ' thanks', ', please', ' 🙏', '...', ' \u{1F621}');
    const before = fc.constantFrom('', 'Please ', 'pls ', 'hi, ', '  ', 'Hello! ');
    const spelling = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
      (text) => text,
    );
    const word = fc.constantFrom(
      'stop',
      'unsubscribe',
      'quit',
      'cancel',
      'end',
      'opt out',
      'alto',
      'baja',
      'abmelden',
      'sluta',
      'avslutt',
    );
    fc.assert(
      fc.property(before, word, around, spelling, (start, text, end, spell) => {
        expect(classifyText(spell(`${start}${text}${end}`))).toBe('OPT_OUT');
      }),
    );
  });

  it('loses no opt-out behind another sentence', () => {
    fc.assert(
      fc.property(
        textOf('FREE_TEXT'),
        fc.constantFrom('Stop texting me.', 'STOP', 'Unsubscribe me'),
        (text, stop) => {
          expect(classifyText(`${text}. ${stop}`)).toBe('OPT_OUT');
        },
      ),
    );
  });

  it('makes no payment order of a longer text', () => {
    const word = fc.constantFrom(
      'i',
      'will',
      'friday',
      'rent',
      'later',
      'my',
      'mom',
      'half',
      'not',
      'you',
      'already',
      'half',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(6), (words, at) => {
        const text = [...words.slice(0, at), 'pay', ...words.slice(at)].join(' ');
        expect(['FREE_TEXT', 'REVIEW_HOLD']).toContain(classifyText(text));
      }),
    );
  });

  it('gives a class to whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(classifyText(text)).toMatch(/^[A-Z_]+$/);
      }),
    );
  });
});
