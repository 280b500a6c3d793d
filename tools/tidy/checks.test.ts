import { describe, expect, it } from 'vitest';
import { checkFileLength, checkFunctionLength } from './check-length.ts';
import { checkDomainPurity, checkEnvironment } from './check-purity.ts';
import { checkActName, checkBarrels, checkSleeps, checkSwitchedOff } from './check-shape.ts';
import { checkRoleNames, checkStrayPlaces, checkWords } from './check-words.ts';
import type { SourceFile, Violation } from './source-file.ts';

type Check = (file: SourceFile) => Violation[];
const lines = (count: number) => 'x();\n'.repeat(count);
const functionOf = (count: number) => `export function long() {\n${lines(count - 2)}}\n`;
const domain = 'packages/domain/src/payment/decide-charge.ts';
const flow = 'packages/flows/src/payment/charge-invoice.ts';

const violations: [name: string, check: Check, path: string, text: string][] = [
  ['a long file', (file) => checkFileLength(file), flow, lines(251)],
  ['a long style sheet', (file) => checkFileLength(file), 'apps/portal/src/a.css', lines(251)],
  ['a long function', (file) => checkFunctionLength(file), flow, functionOf(71)],
  ['a long arrow', (file) => checkFunctionLength(file), flow, `const a = () => {\n${lines(69)}};\n`],
  ['a long method', (file) => checkFunctionLength(file), flow, `class A {\n  b() {\n${lines(69)}}\n}\n`],
  [
    'a long function in a component',
    (file) => checkFunctionLength(file),
    'apps/console/src/A.vue',
    `<template><p /></template>\n<script setup lang="ts">\n${functionOf(71)}</script>`,
  ],
  ['a long test', (file) => checkFunctionLength(file), 'e2e/a.spec.ts', `it('a', () => {\n${lines(69)}});\n`],
  ['a note to oneself', checkWords, flow, '// TODO: later'],
  ['a number of a list elsewhere', checkWords, flow, '// Asked, never assumed (P10).'],
  ['a silenced type', checkWords, flow, 'const a = b as any;'],
  ['a silenced compiler', checkWords, flow, '// @ts-ignore'],
  ['a home directory', checkStrayPlaces, 'docs/a.md', 'see /home/somebody/kvitt'],
  [
    'a registry in a lock file',
    checkStrayPlaces,
    'package-lock.json',
    '"resolved": "https://npm.example/pg.tgz"',
  ],
  ['a file named after a role', checkRoleNames, 'packages/flows/src/payment/payment-utils.ts', ''],
  ['a service', checkRoleNames, 'apps/api/src/kit/service.ts', ''],
  ['async in a decision', checkDomainPurity, domain, 'export async function a() {}'],
  ['the clock in a decision', checkDomainPurity, domain, 'const now = Date.now();'],
  ['another clock in a decision', checkDomainPurity, domain, 'const now = new Date();'],
  ['a third clock in a decision', checkDomainPurity, domain, 'const now = Temporal.Now.instant();'],
  ['dice in a decision', checkDomainPurity, domain, 'const dice = Math.random();'],
  ['the process in a decision', checkDomainPurity, domain, 'if (process.argv) {}'],
  ['the network in a decision', checkDomainPurity, domain, `fetch('https://example.com');`],
  ['a file in a decision', checkDomainPurity, domain, `import 'node:fs';`],
  ['the environment in a flow', checkEnvironment, flow, 'const key = process.env.KEY;'],
  ['the environment by another spelling', checkEnvironment, flow, `const key = process['env'].KEY;`],
  ['the environment taken apart', checkEnvironment, flow, 'const { env } = process;'],
  [
    'the environment in a component',
    checkEnvironment,
    'apps/console/src/A.vue',
    '<script setup lang="ts">\nprocess.env.A;\n</script>',
  ],
  ['a barrel', checkBarrels, 'packages/db/src/invoice/all.ts', `export { a } from './a.ts';`],
  [
    'a barrel beside code',
    checkBarrels,
    'packages/db/src/invoice/all.ts',
    `const b = 1;\nexport * from './a.ts';`,
  ],
  ['an act of another name', (file) => checkActName(file), flow, 'export function chargeBill() {}'],
  ['an arrow of another name', (file) => checkActName(file), domain, 'export const decide = () => 1;'],
  ['a skipped test', checkSwitchedOff, 'packages/db/src/a.test.ts', `it.skip('a', () => {});`],
  ['a lonely test', checkSwitchedOff, 'packages/db/src/a.test.ts', `describe.only('a', () => {});`],
  ['a lonely table', checkSwitchedOff, 'packages/db/src/a.test.ts', `it.only.each([1])('a', () => {});`],
  ['a planned test', checkSwitchedOff, 'packages/db/src/a.test.ts', `it.todo('a');`],
  ['a crossed-out test', checkSwitchedOff, 'packages/db/src/a.test.ts', `xit('a', () => {});`],
  ['a skipped browser test', checkSwitchedOff, 'e2e/a.spec.ts', `test.skip('a', async () => {});`],
  ['a sleep', checkSleeps, 'e2e/a.spec.ts', 'await page.waitForTimeout(100);'],
  ['a timer', checkSleeps, 'packages/db/src/a.test.ts', 'await new Promise((done) => setTimeout(done, 5));'],
];

const allowed: [name: string, check: Check, path: string, text: string][] = [
  ['a file of 250 lines', (file) => checkFileLength(file), flow, lines(250)],
  ['a known long file', (file) => checkFileLength(file, { [flow]: 300 }), flow, lines(300)],
  ['a function of 70 lines', (file) => checkFunctionLength(file), flow, functionOf(70)],
  [
    'a known long function',
    (file) => checkFunctionLength(file, { [`${flow}#long`]: 80 }),
    flow,
    functionOf(80),
  ],
  [
    'a long list of tests',
    (file) => checkFunctionLength(file),
    'packages/db/src/a.test.ts',
    `describe('a', () => {\n${lines(99)}});`,
  ],
  [
    'a contract that several run',
    (file) => checkFunctionLength(file),
    flow,
    `export function contract() {\n  describe('a', () => {\n${lines(99)}  });\n}\n`,
  ],
  [
    'a history of migrations',
    (file) => checkFunctionLength(file),
    'packages/db/src/migrations/M1.ts',
    functionOf(99),
  ],
  ['a word that contains another', checkWords, flow, 'const hackney = anyway;'],
  ['a path of the web', checkStrayPlaces, flow, `fetch('/api/home/page')`],
  ['a service worker', checkRoleNames, 'apps/portal/service-worker/sw.ts', ''],
  [
    'a date that is given',
    checkDomainPurity,
    domain,
    'export function a(now: Date) { return now.getTime(); }',
  ],
  [
    'a property of the same name',
    checkDomainPurity,
    domain,
    'export const a = (b: { process: string }) => b.process;',
  ],
  ['a clock in a test', checkDomainPurity, 'packages/domain/src/a.test.ts', 'const now = new Date();'],
  [
    'the one reader of the environment',
    checkEnvironment,
    'apps/api/src/env.ts',
    'export const key = process.env.KEY;',
  ],
  ['a type passed on beside code', checkBarrels, flow, `export { a } from './a.ts';\nexport const b = 1;`],
  ['an act of its name', (file) => checkActName(file), flow, 'export async function chargeInvoice() {}'],
  [
    'a noun with its functions',
    (file) => checkActName(file),
    'packages/domain/src/money/money.ts',
    'export interface Money {}\nexport function add() {}',
  ],
  [
    'a table with its functions',
    (file) => checkActName(file),
    'packages/domain/src/a/retry-table.ts',
    'export const RETRY_TABLE = [];\nexport function look() {}',
  ],
  [
    'a test for some machines',
    checkSwitchedOff,
    'packages/db/src/a.test.ts',
    `it.skipIf(process.getuid?.() !== 0)('a', () => {});`,
  ],
  [
    'a browser test for some browsers',
    checkSwitchedOff,
    'e2e/a.spec.ts',
    `test.skip(!isFull, 'needs notifications');`,
  ],
];

describe('the checks', () => {
  it.each(violations)('find %s', (_, check, path, text) => {
    expect(check({ path, text })).toHaveLength(1);
  });

  it.each(allowed)('allow %s', (_, check, path, text) => {
    expect(check({ path, text })).toEqual([]);
  });

  it('say the line of a component as its reader sees it', () => {
    const text = '<template>\n  <p />\n</template>\n<script setup lang="ts">\nprocess.env.A;\n</script>\n';
    expect(checkEnvironment({ path: 'apps/console/src/A.vue', text })[0]?.line).toBe(5);
  });
});
