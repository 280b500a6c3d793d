import { rmSync } from 'node:fs';
import type { FullConfig } from '@playwright/test';
import { SHOTS } from '../steps/take-shot.ts';
import { announceApps } from './app.ts';
import { type StartedApp, startApp } from './start-app.ts';

/**
 * Starts one Kvitt for each process of tests; what it gives back is called at the end, however the run ends. One after
 * the other: the first builds the pages, and the others find them built.
 */
export default async function setUp(config: FullConfig): Promise<() => Promise<void>> {
  rmSync(SHOTS, { recursive: true, force: true });
  const started: StartedApp[] = [];
  const stop = async () => {
    await Promise.all(started.map((app) => app.stop()));
  };
  try {
    for (let place = 0; place < config.workers; place++) started.push(await startApp(place));
  } catch (error) {
    await stop();
    throw error;
  }
  announceApps(started.map(({ stop: _, ...app }) => app));
  return stop;
}
