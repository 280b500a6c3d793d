import { setTimeout as pause } from 'node:timers/promises';
import type { KeptApi } from './api.ts';
import type { Dice } from './dice.ts';
import type { Stage } from './stage.ts';
import type { Workers } from './workers.ts';

export interface StormReport {
  apiKills: number;
  workerKills: number;
  databaseKills: number;
  stops: number;
  databaseAwayMs: number[];
}

/** Mean times between two blows of one kind, in real milliseconds; a short storm has one of each. */
const KILL_EVERY_MS = 4_000;
const DATABASE_EVERY_MS = 15_000;
const STOP_EVERY_MS = 12_000;

/** For so many seconds: processes are killed and stopped, and the database is killed, at instants that nobody chose. */
export async function storm(
  stage: Stage,
  parts: { api: KeptApi; workers: ReturnType<Workers['run']>; dice: Dice; seconds: number },
): Promise<StormReport> {
  const { api, workers, dice } = parts;
  const endMs = Date.now() + parts.seconds * 1_000;
  const report: StormReport = { apiKills: 0, workerKills: 0, databaseKills: 0, stops: 0, databaseAwayMs: [] };
  /** Half to one and a half times the mean. */
  const rest = async (meanMs: number) => {
    await pause(Math.min(meanMs * (0.5 + dice()), Math.max(0, endMs - Date.now())));
    return Date.now() < endMs;
  };
  const kill = async () => {
    for (let blow = 0; await rest(KILL_EVERY_MS); blow++) {
      if (blow % 2 === 0) {
        api.crash();
        report.apiKills += 1;
      } else {
        workers.strike(Math.floor(dice() * 2), 'SIGKILL');
        report.workerKills += 1;
      }
    }
  };
  const killDatabase = async () => {
    while (await rest(Math.min(DATABASE_EVERY_MS, parts.seconds * 400))) {
      report.databaseKills += 1;
      report.databaseAwayMs.push(await stage.database.crash());
    }
  };
  // One process at a time: two stops in a row of the same one would be longer than the quarantine is made for.
  const stop = async () => {
    while (await rest(Math.min(STOP_EVERY_MS, parts.seconds * 400))) {
      const place = Math.floor(dice() * 2);
      const isApi = dice() < 0.3;
      const child = api.now();
      const signal = (name: NodeJS.Signals) => (isApi ? child.kill(name) : workers.strike(place, name));
      report.stops += 1;
      signal('SIGSTOP');
      await pause(stage.assignment.times.stopMs);
      signal('SIGCONT');
    }
  };
  await Promise.all([kill(), killDatabase(), stop()]);
  return report;
}
