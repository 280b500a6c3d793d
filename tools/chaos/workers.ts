import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './child.ts';
import type { Death, Point } from './deaths.ts';
import type { Stage } from './stage.ts';

/** A worker that has not come by its point within this time is given another; the point is tried again later. */
const LIMIT_MS = 12_000;

export interface Workers {
  /** Has each of the deaths died, by several workers side by side; gives up at `untilMs`. */
  dieAll(deaths: Death[], untilMs: number, told: (done: number) => void): Promise<void>;
  /** Lets the workers run; `strike` ends or stops one of them by its place, and it is replaced. */
  run(): { strike(place: number, signal: NodeJS.Signals): void; stop(): Promise<void> };
  kills: Map<Point, number>;
  /** Kills at instants that nobody chose. */
  strikes: () => number;
  /** Milliseconds from a death to the next worker that takes up work in its place. */
  recoveriesMs: number[];
  falls: string[];
}

/** How many workers are at work at a time. */
const PLACES = 2;

export function openWorkers(stage: Stage): Workers {
  const kills = new Map<Point, number>();
  const recoveriesMs: number[] = [];
  const falls: string[] = [];
  let struck = 0;
  let isOver = false;
  /** Loaded and waiting, one per place, so that a death does not wait for a start. */
  const spares = Array.from({ length: PLACES }, () => startChild('crashing-worker.ts', stage.assignment));

  const callUp = async (death: Death | undefined): Promise<Child> => {
    const beganMs = Date.now();
    for (;;) {
      const worker = spares.shift() as Child;
      spares.push(startChild('crashing-worker.ts', stage.assignment));
      try {
        await worker.heard('loaded');
        worker.tell({ ...(death && { death }) });
        await worker.heard('ready');
        recoveriesMs.push(Date.now() - beganMs);
        return worker;
      } catch (error) {
        // It died on its way, before it was ready or with the database away; the next one tries.
        const { by, lastLines } = await worker.ended;
        if (isOver || (by === 'SIGKILL' && death)) return worker;
        falls.push(`worker not ready: ${String(error).slice(0, 200)} ${lastLines.trim().slice(-300)}`);
        await pause(300);
      }
    }
  };

  return {
    kills,
    recoveriesMs,
    falls,
    strikes: () => struck,
    async dieAll(deaths, untilMs, told) {
      const left = [...deaths];
      const total = deaths.length;
      let done = 0;
      const place = async () => {
        let worker: Child | undefined;
        for (let death = left.shift(); death && Date.now() < untilMs; death = left.shift()) {
          const isFresh = worker === undefined;
          if (isFresh) worker = await callUp(death);
          else worker?.tell({ death });
          const ending = await Promise.race([worker?.ended, pause(LIMIT_MS)]);
          if (!ending) {
            left.push(death);
            continue;
          }
          worker = undefined;
          if (ending.by === 'SIGKILL') {
            kills.set(death.point, (kills.get(death.point) ?? 0) + 1);
            told(++done);
          } else {
            falls.push(`worker ended by ${ending.by}: ${ending.lastLines.trim().slice(-300)}`);
            left.push(death);
          }
        }
        worker?.kill('SIGKILL');
      };
      await Promise.all(Array.from({ length: Math.min(PLACES, total) }, place));
    },
    run() {
      const atWork: (Child | undefined)[] = [];
      const keep = async (place: number) => {
        while (!isOver) {
          const worker = await callUp(undefined);
          atWork[place] = worker;
          const { by, lastLines } = await worker.ended;
          if (by !== 'SIGKILL' && !isOver)
            falls.push(`worker ended by ${by}: ${lastLines.trim().slice(-300)}`);
        }
      };
      const kept = Array.from({ length: PLACES }, (_, place) => keep(place));
      return {
        strike(place, signal) {
          const worker = atWork[place % PLACES];
          if (signal === 'SIGKILL' && worker) struck += 1;
          worker?.kill(signal);
        },
        async stop() {
          isOver = true;
          for (const worker of [...atWork, ...spares]) worker?.kill('SIGKILL');
          await Promise.race([Promise.all(kept), pause(2_000)]);
        },
      };
    },
  };
}
