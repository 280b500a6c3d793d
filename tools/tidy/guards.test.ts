import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { folders, mayImport, mayImportTypes } from './matrix.ts';

vi.setConfig({ hookTimeout: 120_000 });

const root = path.resolve(import.meta.dirname, '../..');

/** What must be forbidden: the rule, the file that breaks it, and the line that does. */
const broken: [rule: string, file: string, line: string][] = [
  ['floor-domain', 'packages/domain/src/a.ts', `import '@kvitt/db/x';`],
  ['floor-domain-in-tests', 'packages/domain/src/b.test.ts', `import '@kvitt/testing/x';`],
  ['floor-db', 'packages/db/src/a.ts', `import '@kvitt/flows/x';`],
  ['floor-jobs', 'packages/jobs/src/a.ts', `import '@kvitt/db/x';`],
  ['floor-sms', 'packages/sms/src/a.ts', `import '@kvitt/payments/x';`],
  ['floor-payments', 'packages/payments/src/a.ts', `import '@kvitt/sms/x';`],
  ['floor-flows', 'packages/flows/src/a.ts', `import type { X } from '@kvitt/api/x';`],
  ['floor-flows-in-tests', 'packages/flows/src/b.test.ts', `import '@kvitt/worker/x';`],
  ['floor-api', 'apps/api/src/a.ts', `import '@kvitt/sandbox/x';`],
  ['floor-worker', 'apps/worker/src/a.ts', `import '@kvitt/api/x';`],
  ['floor-runtime', 'packages/runtime/src/a.ts', `import '@kvitt/api/x';`],
  ['floor-ui', 'packages/ui/src/a.ts', `import '@kvitt/flows/x';`],
  ['floor-portal', 'apps/portal/src/a.ts', `import '@kvitt/db/x';`],
  ['floor-console', 'apps/console/src/a.ts', `import type { X } from '@kvitt/flows/x';`],
  [
    'floor-console',
    'apps/console/src/Page.vue',
    `<script setup lang="ts">import '@kvitt/db/x';</script><template><p /></template>`,
  ],
  ['floor-sandbox', 'packages/sandbox/src/a.ts', `import '@kvitt/domain/x';`],
  ['floor-testing', 'packages/testing/src/a.ts', `import '@kvitt/ui/x';`],
  ['types-only-portal-api', 'apps/portal/src/b.ts', `import '@kvitt/api/x';`],
  [
    'types-only-console-api',
    'apps/console/src/b.ts',
    `import { x } from '@kvitt/api/x'; export const y = x;`,
  ],
  ['declared-jobs', 'packages/jobs/src/c.ts', `import '@kvitt/domain/x';`],
  ['declared-to-ship-sms', 'packages/sms/src/c.ts', `import '@kvitt/domain/x';`],
  ['vendor-folder-plivo', 'packages/flows/src/c.ts', `import '@kvitt/sms/plivo/send';`],
  ['vendor-folder-braintree', 'apps/api/src/portal/pay.ts', `import '@kvitt/payments/braintree/charge';`],
  ['vendor-library-plivo', 'packages/sms/src/d.ts', `import 'plivo';`],
  ['vendor-library-braintree', 'packages/flows/src/d.ts', `import 'braintree';`],
  ['domain-is-pure', 'packages/domain/src/c.ts', `import 'node:fs';`],
  ['domain-is-pure', 'packages/domain/src/d.ts', `import 'hono';`],
  ['no-circle', 'packages/db/src/one.ts', `import './two.ts';`],
  ['features-apart', 'apps/console/src/features/inbox/a.ts', `import '../invoice/b.ts';`],
  ['no-test-in-code', 'packages/db/src/c.ts', `import './x.test.ts';`],
  ['no-test-in-code', 'packages/sms/src/e.ts', `import './plivo/contract/describe.ts';`],
  ['no-development-library-in-code', 'packages/db/src/d.ts', `import 'vitest';`],
  ['declared-library', 'packages/db/src/e.ts', `import 'hono';`],
  ['resolvable', 'packages/db/src/f.ts', `import './nowhere.ts';`],
];

/** What must stay allowed; a rule that forbids everything would pass the table above. */
const fine: [file: string, line: string][] = [
  ['packages/domain/src/fine.ts', `import 'temporal-polyfill'; import './x.ts';`],
  ['packages/domain/src/fine.test.ts', `import 'vitest'; import './x.ts';`],
  ['packages/flows/src/fine.ts', `import '@kvitt/db/x'; import '@kvitt/sms/x'; import '@kvitt/domain/x';`],
  ['packages/flows/src/fine.test.ts', `import '@kvitt/testing/x'; import '@kvitt/sms/plivo/send';`],
  ['packages/sms/src/plivo/fine.ts', `import 'plivo';`],
  ['packages/db/src/fine.test.ts', `import 'vitest'; import './x.ts';`],
  ['apps/api/src/main.ts', `import '@kvitt/sms/plivo/send'; import '@kvitt/payments/braintree/charge';`],
  ['apps/worker/src/compose.ts', `import '@kvitt/sms/plivo/send';`],
  ['apps/api/src/webhooks/plivo-message.ts', `import '@kvitt/sms/plivo/send';`],
  ['apps/portal/src/fine.ts', `import type { x } from '@kvitt/api/x'; import '@kvitt/ui/x';`],
  ['apps/console/src/features/inbox/fine.ts', `import './a.ts'; import '../../kit/k.ts';`],
];

const bystanders: [file: string, text: string][] = [
  ...Object.values(folders).map((folder): [string, string] => [
    `${folder}/src/x.ts`,
    'export const x = 1; export type X = 1;',
  ]),
  ['packages/sms/src/plivo/send.ts', 'export {};'],
  ['packages/payments/src/braintree/charge.ts', 'export {};'],
  ['packages/db/src/two.ts', `import './one.ts';`],
  ['packages/db/src/x.test.ts', 'export {};'],
  ['packages/sms/src/plivo/contract/describe.ts', `import 'vitest';`],
  ['apps/console/src/features/invoice/b.ts', 'export {};'],
  ['apps/console/src/kit/k.ts', 'export {};'],
];

/** Everything the matrix allows is declared, except the two that show that a missing line is found. */
function manifestOf(name: string): object {
  const ours = Object.keys(folders).filter((each) => each !== name);
  const declared = ours.filter((each) => !(name === 'jobs' && each === 'domain'));
  const forTests = name === 'sms' ? ['domain'] : [];
  const shipped = declared.filter((each) => !forTests.includes(each));
  const libraries =
    { domain: ['temporal-polyfill', 'hono'], db: ['pg'], sms: ['plivo'], flows: ['braintree'] }[name] ?? [];
  const entries = (list: string[]) => Object.fromEntries(list.map((each) => [each, '*']));
  return {
    name: `@kvitt/${name}`,
    type: 'module',
    exports: { './*': './src/*.ts' },
    dependencies: entries([...shipped.map((each) => `@kvitt/${each}`), ...libraries]),
    devDependencies: entries([...forTests.map((each) => `@kvitt/${each}`), 'vitest']),
  };
}

let house = '';
const found: { rule: string; file: string }[] = [];

function write(file: string, text: string): void {
  const at = path.join(house, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}

function buildHouse(): void {
  house = mkdtempSync(path.join(os.tmpdir(), 'kvitt-house-'));
  write('package.json', JSON.stringify({ name: 'house', type: 'module' }));
  for (const library of ['temporal-polyfill', 'hono', 'pg', 'plivo', 'braintree', 'vitest']) {
    write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, main: 'dist/index.js' }));
    write(`node_modules/${library}/dist/index.js`, '');
  }
  mkdirSync(path.join(house, 'node_modules/@kvitt'));
  for (const [name, folder] of Object.entries(folders)) {
    write(`${folder}/package.json`, JSON.stringify(manifestOf(name)));
    symlinkSync(path.join(house, folder), path.join(house, 'node_modules/@kvitt', name), 'junction');
  }
  for (const [file, text] of [...bystanders, ...fine]) write(file, text);
  for (const [, file, line] of broken) write(file, line);
}

beforeAll(() => {
  buildHouse();
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = path.join(root, '.dependency-cruiser.mjs');
  const args = [cruiser, '--config', config, '--output-type', 'json', 'apps', 'packages'];
  const run = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
  if (!run.stdout) throw new Error(run.stderr);
  const report = JSON.parse(run.stdout) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  found.push(...report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from })));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the arrows', () => {
  it.each(broken)('%s forbids %s: %s', (rule, file) => {
    expect(found).toContainEqual({ rule, file });
  });

  it.each(fine)('allow %s: %s', (file) => {
    expect(found.filter((each) => each.file === file)).toEqual([]);
  });

  it('leave the bystanders alone', () => {
    const culprits = new Set([...broken.map(([, file]) => file), 'packages/db/src/two.ts']);
    expect(found.filter(({ file }) => !culprits.has(file))).toEqual([]);
  });

  it('know every workspace of this repository', () => {
    const there = globSync(['apps/*/package.json', 'packages/*/package.json'], { cwd: root }).map(
      path.dirname,
    );
    expect(
      there
        .map((folder) => folder.replaceAll(path.sep, '/'))
        .filter((each) => !Object.values(folders).includes(each)),
    ).toEqual([]);
  });

  it('name only workspaces that have a folder', () => {
    const named = [mayImport, mayImportTypes].flatMap((table) => Object.entries(table).flat(2));
    expect(named.filter((name) => !(name in folders))).toEqual([]);
    expect(Object.keys(mayImport).sort()).toEqual(Object.keys(folders).sort());
  });
});
