/** One line of what stands between a change and a green build. */
export interface Step {
  name: string;
  /** The program and its arguments; programs come from node_modules/.bin. */
  command: [string, ...string[]];
  /** Below the root of the repository. */
  cwd?: string;
}

/**
 * The result files that the test steps leave behind, one per workspace, to be counted. They are outputs of the
 * turbo task, so a test that did not need to run again brings its count back from the cache.
 */
export const resultFile = 'test-results.json';

const vitestResults = (file: string) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
  // No test asserts on time; one that is slow because the machine is busy has not failed.
  '--testTimeout=180000',
  '--hookTimeout=180000',
];

/**
 * All steps in the order they run: what fails fast comes first. A build machine runs every test anew; a developer's
 * machine skips those of a workspace whose inputs have not changed since they passed.
 */
export function planSteps(isBuildMachine: boolean): Step[] {
  const fresh = isBuildMachine ? ['--force'] : [];
  const turbo = (task: string, ...more: string[]): Step['command'] => [
    'turbo',
    'run',
    task,
    '--ui=stream',
    '--log-order=grouped',
    '--output-logs=errors-only',
    ...more,
  ];
  return [
    { name: 'format and lint', command: ['biome', 'check'] },
    { name: 'types', command: turbo('typecheck', '--concurrency=2') },
    {
      name: 'arrows between packages',
      command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'apps', 'packages', 'tools', 'e2e'],
    },
    {
      name: 'house rules',
      command: ['vitest', 'run', 'tidy', ...vitestResults(`tidy-${resultFile}`)],
      cwd: 'tools',
    },
    { name: 'nothing unused', command: ['knip'] },
    { name: 'build', command: turbo('build', '--concurrency=2') },
    {
      name: 'tests',
      command: turbo(
        'test',
        '--concurrency=2',
        '--filter=!@kvitt/e2e',
        '--continue=dependencies-successful',
        ...fresh,
        '--',
        ...vitestResults(resultFile),
      ),
    },
    { name: 'tests in a browser', command: turbo('test', '--filter=@kvitt/e2e', ...fresh) },
  ];
}
