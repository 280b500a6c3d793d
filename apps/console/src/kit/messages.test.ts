import { expect, it } from 'vitest';
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };

/** Every key with the names that its words are given. */
function listKeys(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${path}${key} ${[...new Set(value.match(/\{\w+\}/g) ?? [])].sort().join(' ')}`]
      : listKeys(value, `${path}${key}.`),
  );
}

it('says everything in both languages, with the same facts', () => {
  expect(listKeys(es).sort()).toEqual(listKeys(en).sort());
});
