import { expect, it } from 'vitest';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import workEn from './messages/work-en.json' with { type: 'json' };
import workEs from './messages/work-es.json' with { type: 'json' };

/** Every key with the names that its words are given. */
function listKeys(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key} ${[...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join(' ')}`]
      : listKeys(value, `${path}${key}.`),
  );
}

it('says everything in both languages, with the same facts', () => {
  expect(listKeys({ ...es, ...workEs }).sort()).toEqual(listKeys({ ...en, ...workEn }).sort());
});

it('keeps each key in one of the two files of a language', () => {
  const both = Object.keys(en).filter((key) => key in workEn);
  expect(both).toEqual([]);
});
