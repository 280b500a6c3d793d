/** How many tests a run had, by how they ended. */
export interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}

const noTests: TestCount = { passed: 0, failed: 0, skipped: 0 };

/**
 * Reads what vitest's or Playwright's JSON reporter wrote. A test file that could not even be loaded has no tests
 * to count, so it counts as one failed test: a broken import must not make the sum look good.
 */
export function countTests(report: unknown): TestCount {
  if (isVitestReport(report)) {
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  }
  if (isPlaywrightReport(report)) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
  }
  throw new Error('This is the report of neither vitest nor Playwright.');
}

export function addCounts(counts: TestCount[]): TestCount {
  return counts.reduce(
    (sum, each) => ({
      passed: sum.passed + each.passed,
      failed: sum.failed + each.failed,
      skipped: sum.skipped + each.skipped,
    }),
    noTests,
  );
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function isVitestReport(report: unknown): report is VitestReport {
  return (
    typeof report === 'object' && report !== null && 'numPassedTests' in report && 'testResults' in report
  );
}

function isPlaywrightReport(report: unknown): report is PlaywrightReport {
  return typeof report === 'object' && report !== null && 'stats' in report && 'errors' in report;
}
