import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from './list-files.ts';
import { listNamedRefusals, listRefusals } from './list-refusals.ts';
import { isTest } from './source-file.ts';

const files = listFiles(path.resolve(import.meta.dirname, '../..'));
const sources = files.filter(
  ({ path: at }) => /^(packages\/(flows|domain|db)|apps\/api)\/src\/.+\.ts$/.test(at) && !isTest(at),
);
const pages = files.filter(({ path: at }) => /^docs\/(flows|operations)\/.+\.md$/.test(at));

describe('the refusals', { timeout: 120_000 }, () => {
  it('that code answers with are each named on a page of docs/flows or docs/operations', () => {
    const words = pages.map(({ text }) => text).join('\n');
    const unnamed = sources.flatMap((file) =>
      listRefusals(file)
        .filter((code) => !words.includes(`\`${code}\``))
        .map((code) => `${file.path} ${code}`),
    );
    expect(sources.length).toBeGreaterThan(500);
    expect(unnamed).toEqual([]);
  });

  it('that pages name in their tables are each a word of the code', () => {
    const words = new Set(
      sources.flatMap(({ text }) => text.match(/(?<=['"`])[A-Za-z][\w-]*(?=['"`:])/g) ?? []),
    );
    const gone = pages.flatMap((page) =>
      listNamedRefusals(page)
        .filter((code) => !words.has(code))
        .map((code) => `${page.path} ${code}`),
    );
    expect(gone).toEqual([]);
  });

  it.each([
    ['a value', "return { kind: 'refused', refusal: 'TOO_LATE' };", ['TOO_LATE']],
    ['a type', "type A = { refusal: 'TOO_LATE' | 'SAME' };", ['TOO_LATE', 'SAME']],
    ['a condition', "return { refusal: isLate ? 'TOO_LATE' : 'SAME' };", ['TOO_LATE', 'SAME']],
    ['one that is passed on', 'return { refusal: answer.refusal };', []],
  ])('are read from %s', (_, text, codes) => {
    expect(listRefusals({ path: 'act.ts', text })).toEqual(codes);
  });

  it('are read from a table of them alone', () => {
    const text =
      '| code | when |\n|---|---|\n| `SAME`, `too-late` | `x` |\n\n| name | is |\n|---|---|\n| `other` | |';
    expect(listNamedRefusals({ path: 'docs/flows/page.md', text })).toEqual(['SAME', 'too-late']);
  });
});
