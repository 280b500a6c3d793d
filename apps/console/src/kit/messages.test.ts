import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import deskEn from './messages/desk-en.json' with { type: 'json' };
import deskEs from './messages/desk-es.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import manageEn from './messages/manage-en.json' with { type: 'json' };
import manageEs from './messages/manage-es.json' with { type: 'json' };
import recordEn from './messages/record-en.json' with { type: 'json' };
import recordEs from './messages/record-es.json' with { type: 'json' };
import tableEn from './messages/table-en.json' with { type: 'json' };
import tableEs from './messages/table-es.json' with { type: 'json' };
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
  expect(listKeys({ ...es, ...workEs, ...deskEs, ...manageEs, ...tableEs, ...recordEs }).sort()).toEqual(
    listKeys({ ...en, ...workEn, ...deskEn, ...manageEn, ...tableEn, ...recordEn }).sort(),
  );
});

it('keeps each key in one of the files of a language', () => {
  const keys = [en, workEn, deskEn, manageEn, tableEn, recordEn].flatMap((words) => Object.keys(words));
  expect(keys).toEqual([...new Set(keys)]);
});

it('says nothing that no screen asks for', () => {
  const code = globSync('src/**/*.{ts,vue}')
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const named = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)*)['"`]/g)].map(([, key]) => key));
  // `problem.${code}`, and the ".source." of a key whose room is chosen as well.
  const begun = [...code.matchAll(/['"`]([\w-]+\.[\w.-]*)\$\{/g)].map(([, begin = '']) => begin);
  const within = [...code.matchAll(/\}(\.[\w-]+\.)\$\{/g)].map(([, part = '']) => part);
  const isAskedFor = (key: string) =>
    named.has(key) ||
    // A room of refusals is named as a whole, and the code comes from the server.
    named.has(key.slice(0, key.lastIndexOf('.'))) ||
    begun.some((begin) => key.startsWith(begin)) ||
    within.some((part) => key.includes(part));
  const keys = listKeys({ ...en, ...workEn, ...deskEn, ...manageEn, ...tableEn, ...recordEn }).map(
    (line) => line.split(' ')[0] ?? '',
  );
  expect(keys.filter((key) => !isAskedFor(key))).toEqual([]);
});
