import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLinks } from './check-links.ts';
import { listFiles } from './list-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const documents = listFiles(root).filter((file) => file.path.endsWith('.md'));

describe('the documents', () => {
  it('are seen at all', () => {
    expect(documents.map((file) => file.path)).toContain('README.md');
  });

  it('are in the list of decisions where they are one', () => {
    const list = documents.find((file) => file.path === 'docs/decisions/README.md')?.text ?? '';
    const pages = documents
      .filter((file) => /^docs\/decisions\/\d/.test(file.path))
      .map((file) => path.posix.basename(file.path));
    expect(pages.filter((page) => !list.includes(`(${page})`))).toEqual([]);
    expect(pages.length).toBeGreaterThan(0);
  });

  it('name no file, no link and no command that is not there', () => {
    const found = documents.flatMap((file) => checkLinks(file, root));
    expect(found.map(({ path: at, line, message }) => `${at}:${line} ${message}`)).toEqual([]);
  });
});

describe('checkLinks', () => {
  const house = mkdtempSync(path.join(os.tmpdir(), 'kvitt-links-'));
  mkdirSync(path.join(house, 'packages/one'), { recursive: true });
  writeFileSync(path.join(house, 'package.json'), '{ "scripts": { "kvitt": "" } }');
  writeFileSync(path.join(house, 'packages/one/act.ts'), '');
  writeFileSync(path.join(house, 'other.md'), '# Start, and stop\n');
  afterAll(() => rmSync(house, { recursive: true }));
  const check = (text: string) =>
    checkLinks({ path: 'docs/page.md', text }, house).map(({ message }) => message);

  it.each([
    ['a link', '[act](../packages/one/act.ts)'],
    ['a link to a folder', '[one](../packages/one)'],
    ['a link to a heading', '[stop](../other.md#start-and-stop)'],
    ['a link to a heading of its own', '# Here\n\n[here](#here)'],
    ['a link to another site', '[site](https://example.com/x)'],
    ['a path', 'see `packages/one/act.ts`'],
    ['a pattern of paths', 'see `packages/<name>/*.ts`'],
    ['what a build makes', 'see `packages/one/dist/act.js`'],
    ['words with a slash', '`and/or`, `text/html`'],
    ['a command', 'npm run --silent kvitt -- x'],
    ['an example of a link', '`[x](nowhere.md)`'],
  ])('takes %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['a link', '[gone](../packages/two)', 'the link ../packages/two leads nowhere'],
    ['a heading', '[h](../other.md#end)', 'the link ../other.md#end names no heading of other.md'],
    ['a path', '`packages/one/gone.ts`', 'packages/one/gone.ts is not there'],
    ['a pattern', '`packages/<name>/*.vue`', 'nothing is named like packages/<name>/*.vue'],
    ['a command', 'npm run nothing', 'package.json has no script "nothing"'],
  ])('refuses %s that leads nowhere', (_, text, message) => {
    expect(check(text)).toEqual([message]);
  });
});
