import { rmSync } from 'node:fs';
import { SHOTS } from '../steps/take-shot.ts';
import { announceApp } from './app.ts';
import { startApp } from './start-app.ts';

/** Starts one Kvitt for the whole run; what it gives back is called at the end, however the run ends. */
export default async function setUp(): Promise<() => Promise<void>> {
  rmSync(SHOTS, { recursive: true, force: true });
  const { stop, ...app } = await startApp();
  announceApp(app);
  return stop;
}
