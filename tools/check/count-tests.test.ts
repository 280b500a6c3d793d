import { describe, expect, it } from 'vitest';
import { addCounts, countTests } from './count-tests.ts';

const vitestReport = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [
    { status: 'passed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [{}] },
  ],
};

describe('countTests', () => {
  it('reads the report of vitest', () => {
    expect(countTests(vitestReport)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const broken = { ...vitestReport, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countTests(broken).failed).toBe(2);
  });

  it('does not count a browser test that needed luck as passed', () => {
    const report = { stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 1 }, errors: [] };
    expect(countTests(report)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('refuses a report that it does not know', () => {
    expect(() => countTests({ tests: 3 })).toThrow();
    expect(() => countTests(null)).toThrow();
  });
});

describe('addCounts', () => {
  it('sums every workspace', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
    expect(addCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
