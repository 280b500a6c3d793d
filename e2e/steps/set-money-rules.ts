import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { App } from '../app/app.ts';
import { runKvitt } from './run-kvitt.ts';

/** Has the biller decide about money as the operator writes it down; what is not named is the default again. */
export async function setMoneyRules(app: App, rules: object): Promise<void> {
  const file = path.join(app.dataFolder, 'money-rules.json');
  await writeFile(file, JSON.stringify(rules));
  expect((await runKvitt(app, 'rules', 'money', file)).code).toBe(0);
}
