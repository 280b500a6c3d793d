/** A test that failed: where, its full name, and the first line of why. */
export interface Failure {
  file: string;
  name: string;
  why: string;
}

/**
 * The tests that failed in what vitest's or Playwright's JSON reporter wrote, in the order of the report. A build
 * machine keeps only the end of a long log, so they are named there again. Gives none for a report it does not know.
 */
export function listFailures(report: unknown): Failure[] {
  const root = report as { testResults?: VitestFile[]; suites?: PlaywrightSuite[] } | null;
  if (root?.testResults) return root.testResults.flatMap(failuresOfFile);
  if (root?.suites) return root.suites.flatMap(failuresOfSuite);
  return [];
}

interface VitestFile {
  name: string;
  status: string;
  message?: string;
  assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
}

interface PlaywrightSuite {
  file: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    ok: boolean;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
}

function failuresOfFile(file: VitestFile): Failure[] {
  if (file.status === 'failed' && file.assertionResults.length === 0) {
    return [{ file: file.name, name: 'the file could not be loaded', why: firstLine(file.message) }];
  }
  return file.assertionResults
    .filter((each) => each.status === 'failed')
    .map((each) => ({ file: file.name, name: each.fullName, why: firstLine(each.failureMessages?.[0]) }));
}

function failuresOfSuite(suite: PlaywrightSuite): Failure[] {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => ({
      file: suite.file,
      name: spec.title,
      why: firstLine(
        spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error?.message,
      ),
    }));
  return [...own, ...(suite.suites ?? []).flatMap(failuresOfSuite)];
}

function firstLine(message: string | undefined): string {
  return message?.split('\n', 1)[0] ?? '';
}
