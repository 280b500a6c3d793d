import type { Clock } from '@kvitt/flows/kit/context';
import { readSettings, type Settings } from '@kvitt/runtime/read-settings';
import { nowIn, type RealTimes, type RunTime } from './run-time.ts';

/** What one of the run's processes is told when it is started, as JSON on its command line. */
export interface Assignment {
  time: RunTime;
  times: RealTimes;
  /** The environment that the product's own settings are read from. */
  env: Record<string, string>;
}

export interface Assigned {
  settings: Settings;
  clock: Clock;
  times: RealTimes;
  time: RunTime;
}

/** Reads what this process was told, and has it end with the process that started it. */
export function readAssignment(): Assigned {
  const { time, times, env } = JSON.parse(process.argv[2] ?? '') as Assignment;
  const answer = readSettings(env);
  if (answer.kind === 'refused') throw new Error(answer.problems.join('; '));
  process.on('disconnect', () => process.exit());
  return { settings: answer.settings, clock: { now: () => new Date(nowIn(time)) }, times, time };
}
