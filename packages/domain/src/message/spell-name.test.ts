import { describe, expect, it } from 'vitest';
import { countSegments } from './count-segments.ts';
import { costlyLetters, spellName } from './spell-name.ts';

describe('spellName', () => {
  it.each([
    ['Zoë', 'Zoe'],
    ['Łukasz', 'Lukasz'],
    ['Núñez', 'Nuñez'],
    ['Þórður', 'THordur'],
    ['François', 'Francois'],
    ['Zoe\u0308', 'Zoe'],
    ['D’Arcy', "D'Arcy"],
  ])('spells %s as %s, which costs nothing more', (name, spelt) => {
    expect(spellName(name)).toBe(spelt);
    expect(countSegments(spelt).encoding).toBe('GSM-7');
  });

  it.each(['Müller', 'Åsa', 'Øyvind', 'René', 'Ñuñez', 'Weiß', "O'Brien", 'Николай', '美咲'])(
    'leaves %s alone',
    (name) => {
      expect(spellName(name)).toBe(name);
    },
  );
});

describe('costlyLetters', () => {
  it('names each letter that doubles the price once', () => {
    expect(costlyLetters('Zoë and Noëlle Łaski')).toEqual(['ë', 'Ł']);
    expect(costlyLetters('Åsa Müller €5')).toEqual([]);
  });
});
