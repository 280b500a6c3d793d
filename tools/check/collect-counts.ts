import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { countTests, type TestCount } from './count-tests.ts';
import { type Failure, listFailures } from './list-failures.ts';
import { resultFile } from './steps.ts';

const workspaces = ['apps/*', 'packages/*', 'tools', 'e2e'];

/** What each workspace's last test run counted, by the workspace's folder. */
export function collectCounts(root: string): Map<string, TestCount> {
  const found = new Map<string, TestCount>();
  for (const folder of globSync(workspaces, { cwd: root }).sort()) {
    for (const file of resultFiles(path.join(root, folder))) {
      if (existsSync(file)) {
        const label = file.endsWith(`tidy-${resultFile}`) ? `${folder} (house rules)` : folder;
        found.set(label, countTests(JSON.parse(readFileSync(file, 'utf8'))));
      }
    }
  }
  return found;
}

/** Every test that failed in the last run of any workspace, its file as a path below the root. */
export function collectFailures(root: string): Failure[] {
  return globSync(workspaces, { cwd: root })
    .sort()
    .flatMap((folder) => resultFiles(path.join(root, folder)))
    .filter((file) => existsSync(file))
    .flatMap((file) => listFailures(JSON.parse(readFileSync(file, 'utf8'))))
    .map((failure) => ({ ...failure, file: path.relative(root, path.resolve(root, failure.file)) }));
}

/** A count that an earlier run left behind must not be taken for one of this run. */
export function forgetCounts(root: string): void {
  for (const folder of globSync(workspaces, { cwd: root })) {
    for (const file of resultFiles(path.join(root, folder))) rmSync(file, { force: true });
  }
}

function resultFiles(folder: string): string[] {
  return [path.join(folder, `tidy-${resultFile}`), path.join(folder, resultFile)];
}
