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

/** What all parts of the work of keeping workers share. */
interface Crew {
  stage: Stage;
  kills: Map<Point, number>;
  recoveriesMs: number[];
  falls: string[];
  /** Loaded and waiting, one per place, so that a death does not wait for a start. */
  spares: Child[];
  isOver: boolean;
  strikes: number;
}

export function openWorkers(stage: Stage): Workers {
  const crew: Crew = {
    stage,
    kills: new Map(),
    recoveriesMs: [],
    falls: [],
    spares: Array.from({ length: PLACES }, () => startChild('crashing-worker.ts', stage.assignment)),
    isOver: false,
    strikes: 0,
  };
  const { kills, recoveriesMs, falls } = crew;
  return {
    kills,
    recoveriesMs,
    falls,
    strikes: () => crew.strikes,
    async dieAll(deaths, untilMs, told) {
      const left = [...deaths];
      let done = 0;
      const died = () => told(++done);
      const places = Array.from({ length: Math.min(PLACES, deaths.length) }, () =>
        dieInTurn(crew, left, untilMs, died),
      );
      await Promise.all(places);
    },
    run: () => keepRunning(crew),
  };
}

/** Has a spare one take up work, in place of one that is gone. */
async function callUp(crew: Crew, death: Death | undefined): Promise<Child> {
  const beganMs = Date.now();
  for (;;) {
    const worker = crew.spares.shift() as Child;
    crew.spares.push(startChild('crashing-worker.ts', crew.stage.assignment));
    try {
      await worker.heard('loaded');
      worker.tell({ ...(death && { death }) });
      await worker.heard('ready');
      crew.recoveriesMs.push(Date.now() - beganMs);
      return worker;
    } catch (error) {
      // It died on its way, before it was ready or with the database away; the next one tries.
      const { by, lastLines } = await worker.ended;
      if (crew.isOver || (by === 'SIGKILL' && death)) return worker;
      crew.falls.push(`worker not ready: ${String(error).slice(0, 200)} ${lastLines.trim().slice(-300)}`);
      await pause(300);
    }
  }
}

/** One place: a worker in it dies one death of those that are left after the other. */
async function dieInTurn(crew: Crew, left: Death[], untilMs: number, died: () => void): Promise<void> {
  let worker: Child | undefined;
  for (let death = left.shift(); death && Date.now() < untilMs; death = left.shift()) {
    if (worker === undefined) worker = await callUp(crew, death);
    else worker.tell({ death });
    const ending = await Promise.race([worker.ended, pause(LIMIT_MS)]);
    if (!ending) {
      left.push(death);
      continue;
    }
    worker = undefined;
    if (ending.by === 'SIGKILL') {
      crew.kills.set(death.point, (crew.kills.get(death.point) ?? 0) + 1);
      died();
    } else {
      crew.falls.push(`worker ended by ${ending.by}: ${ending.lastLines.trim().slice(-300)}`);
      left.push(death);
    }
  }
  worker?.kill('SIGKILL');
}

function keepRunning(crew: Crew): ReturnType<Workers['run']> {
  const atWork: (Child | undefined)[] = [];
  const keep = async (place: number) => {
    while (!crew.isOver) {
      const worker = await callUp(crew, undefined);
      atWork[place] = worker;
      const { by, lastLines } = await worker.ended;
      if (by !== 'SIGKILL' && !crew.isOver)
        crew.falls.push(`worker ended by ${by}: ${lastLines.trim().slice(-300)}`);
    }
  };
  const kept = Array.from({ length: PLACES }, (_, place) => keep(place));
  return {
    strike(place, signal) {
      const worker = atWork[place % PLACES];
      if (signal === 'SIGKILL' && worker) crew.strikes += 1;
      worker?.kill(signal);
    },
    async stop() {
      crew.isOver = true;
      for (const worker of [...atWork, ...crew.spares]) worker?.kill('SIGKILL');
      await Promise.race([Promise.all(kept), pause(2_000)]);
    },
  };
}
