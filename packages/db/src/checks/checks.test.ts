import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/operations/checks.md'), 'utf8');

describe('the checks', () => {
  it('stand in the page that says what to do where one has rows, each once', () => {
    const named = [...page.matchAll(/^\| \[([a-z-]+)\]/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(CHECKS.map(({ name }) => name).toSorted());
  });
});
