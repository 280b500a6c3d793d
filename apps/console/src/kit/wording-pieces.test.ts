import { LANGUAGES } from '@kvitt/domain/locale/language';
import { WORDINGS } from '@kvitt/domain/message/templates/render-template';
import { describe, expect, it } from 'vitest';
import { placePassages, readWording, sayPieces, writeWording } from './wording-pieces.ts';

describe('readWording', () => {
  it.each(LANGUAGES)('reads every wording of ours in %s, and writes it back to the letter', (language) => {
    for (const wording of Object.values(WORDINGS[language])) {
      const pieces = readWording(wording);
      expect(pieces, wording).toBeDefined();
      expect(writeWording(pieces ?? [])).toBe(wording);
    }
  });

  it('tells words, values and what depends on something apart', () => {
    expect(readWording('Due in {days, plural, one {# day} other {# days}}, {name}.')).toEqual([
      { kind: 'words', text: 'Due in ' },
      {
        kind: 'choice',
        name: 'days',
        how: 'plural',
        branches: [
          { key: 'one', pieces: [DAYS, { kind: 'words', text: ' day' }] },
          { key: 'other', pieces: [DAYS, { kind: 'words', text: ' days' }] },
        ],
      },
      { kind: 'words', text: ', ' },
      { kind: 'value', name: 'name', source: '{name}' },
      { kind: 'words', text: '.' },
    ]);
  });

  it.each(['a {', 'a }', '{a, select}', "it is '{a}'", '{a, plural, offset:1 other {#}}', '{a, number}'])(
    'leaves %s to the format',
    (wording) => expect(readWording(wording)).toBeUndefined(),
  );
});

it('keeps an apostrophe a letter, also where a value follows it', () => {
  const pieces = [
    { kind: 'words', text: "The bill's '" },
    { kind: 'value', name: 'amount', source: '{amount}' },
  ] as const;
  const wording = writeWording(pieces);
  expect(wording).toBe("The bill's ''{amount}");
  expect(readWording(wording)).toEqual(pieces);
});

it('says a passage as it reads where everything is there', () => {
  const pieces = readWording('You owe {amount}{link, select, none {.} other {. See it: {link}}}') ?? [];
  expect(sayPieces(pieces, (name) => `[${name}]`)).toBe('You owe [amount]. See it: [link]');
});

it('finds each passage where it stands in the wording', () => {
  const wording = 'A {card, select, none {no card} other {{hasAutopay, select, yes {soon} other {}}}} z';
  const places = placePassages(readWording(wording) ?? []);
  expect(places.map(({ path, from, to }) => [path, wording.slice(from, to)])).toEqual([
    ['', wording],
    ['1.0', 'no card'],
    ['1.1', '{hasAutopay, select, yes {soon} other {}}'],
    ['1.1.0.0', 'soon'],
    ['1.1.0.1', ''],
  ]);
});

const DAYS = { kind: 'value', name: 'days', source: '#' } as const;
