import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFileLength, checkFunctionLength } from './check-length.ts';
import { checkDomainPurity, checkEnvironment } from './check-purity.ts';
import { checkActName, checkBarrels, checkSleeps, checkSwitchedOff } from './check-shape.ts';
import { checkTransactions, readPortCalls } from './check-transactions.ts';
import { checkRoleNames, checkStrayPlaces, checkWords } from './check-words.ts';
import { longFiles, longFunctions, nounFiles } from './house-rules.ts';
import { listFiles } from './list-files.ts';
import type { SourceFile, Violation } from './source-file.ts';

const files = listFiles(path.resolve(import.meta.dirname, '../..'));

const rules: [name: string, check: (file: SourceFile) => Violation[]][] = [
  ['a file is one thought long', (file) => checkFileLength(file)],
  ['a function fits on a screen', (file) => checkFunctionLength(file)],
  ['no banned word', checkWords],
  ['no trace of one machine', checkStrayPlaces],
  ['no file named after a role', checkRoleNames],
  ['decisions are pure', checkDomainPurity],
  ['the environment is read in one place', checkEnvironment],
  ['no barrels', checkBarrels],
  ['an act holds the function it is named after', (file) => checkActName(file)],
  ['no test is switched off', checkSwitchedOff],
  ['no test sleeps', checkSleeps],
];

const print = (found: Violation[]) => found.map(({ path, line, message }) => `${path}:${line} ${message}`);

// Every file is parsed; on a busy machine that takes as long as it takes.
describe('the house', { timeout: 120_000 }, () => {
  it('is seen at all', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it.each(rules)('%s', (_, check) => {
    expect(print(files.flatMap(check))).toEqual([]);
  });

  it('no vendor is called inside a transaction', () => {
    expect(print(checkTransactions(files, readPortCalls(files)))).toEqual([]);
  });

  it('names no exception that is no longer needed', () => {
    const paths = new Set(files.map((file) => file.path));
    const named = [
      ...Object.keys(longFiles),
      ...Object.keys(longFunctions).map((key) => key.split('#')[0]),
      ...nounFiles,
    ];
    expect(named.filter((each) => !paths.has(each ?? ''))).toEqual([]);
    expect(
      files.filter((file) => nounFiles.includes(file.path) && checkActName(file, []).length === 0),
    ).toEqual([]);
  });
});
