import { describe, expect, it } from 'vitest';
import { listFailures } from './list-failures.ts';

describe('listFailures', () => {
  it('names what failed in a report of vitest, with the first line of why', () => {
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            {
              status: 'failed',
              fullName: 'subtracts',
              failureMessages: ['expected 1 to be 2\n    at a.test.ts'],
            },
          ],
        },
      ],
    };
    expect(listFailures(report)).toEqual([
      { file: 'a.test.ts', name: 'subtracts', why: 'expected 1 to be 2' },
    ]);
  });

  it('names a file that could not be loaded', () => {
    const report = {
      testResults: [{ name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }],
    };
    expect(listFailures(report)).toEqual([
      { file: 'b.test.ts', name: 'the file could not be loaded', why: 'no such module' },
    ]);
  });

  it('finds a browser test that failed, however deep it lies', () => {
    const failed = {
      title: 'pays',
      ok: false,
      tests: [{ results: [{ error: { message: 'not seen\nmore' } }] }],
    };
    const passed = { title: 'opens', ok: true, tests: [] };
    const report = {
      suites: [{ file: 'pay.spec.ts', suites: [{ file: 'pay.spec.ts', specs: [failed, passed] }] }],
    };
    expect(listFailures(report)).toEqual([{ file: 'pay.spec.ts', name: 'pays', why: 'not seen' }]);
  });

  it('finds none in a report that it does not know', () => {
    expect(listFailures(null)).toEqual([]);
    expect(listFailures({ tests: 3 })).toEqual([]);
  });
});
