import { CHECKS } from '@kvitt/db/checks/checks';
import { keepApi } from './api.ts';
import { planDeaths } from './deaths.ts';
import { followDeliveries } from './deliveries.ts';
import { openDesk } from './desk.ts';
import { diceFor } from './dice.ts';
import { drain } from './drain.ts';
import { openLoad, post } from './load.ts';
import { type Evidence, gather, type Violation } from './oracle/evidence.ts';
import { judgeAll } from './oracle/judge-all.ts';
import { writeReport } from './report.ts';
import { chooseTimes, type RealTimes } from './run-time.ts';
import { type Stage, setStage } from './stage.ts';
import { storm } from './storm.ts';
import type { Strikes } from './vendor-faults.ts';
import { openWorkers } from './workers.ts';

export interface ChaosOrder {
  /** How many workers die at a chosen instant. */
  rounds: number;
  /** How long processes die at instants that nobody chose. */
  seconds: number;
  seed: number;
  factor: number;
  /** People who enter in a second. */
  perSecond: number;
}

/** A round takes a second or two; where a point is hard to come by, this much on average at the most. */
const LONGEST_ROUND_MS = 9_000;

/** Runs the whole of it: rounds, storm, calm, oracle. Gives the table and what the oracle has found. */
export async function runChaos(
  order: ChaosOrder,
  say: (line: string) => void,
): Promise<{ table: string[]; violations: Violation[]; falls: string[] }> {
  const times = chooseTimes(order.factor);
  const stage = await setStage({ seed: order.seed, factor: order.factor, times });
  try {
    const api = await keepApi(stage);
    const workers = openWorkers(stage);
    const deliveries = followDeliveries(stage.outside.plivo.origin);
    await post(`${stage.outside.origin}/faults/on`);
    const load = openLoad(stage, order.perSecond, diceFor(order.seed, 'load'));
    const desk = openDesk(stage, diceFor(order.seed, 'desk'));

    say(`${order.rounds} rounds: a worker dies at a chosen instant`);
    const deaths = planDeaths(order.rounds, diceFor(order.seed, 'deaths'));
    await workers.dieAll(deaths, Date.now() + 30_000 + order.rounds * LONGEST_ROUND_MS, (done) => {
      if (done % 20 === 0) say(`  ${done} of ${order.rounds}`);
    });
    const running = workers.run();
    say(`${order.seconds} s: processes and the database die at any instant`);
    const stormed = order.seconds
      ? await storm(stage, {
          api,
          workers: running,
          dice: diceFor(order.seed, 'storm'),
          seconds: order.seconds,
        })
      : undefined;

    await load.end();
    await desk.end();
    const strikes = await post<Strikes[]>(`${stage.outside.origin}/faults/off`);
    say('calm: everything under way comes to its end');
    const drained = await drain(stage, say);
    await running.stop();
    api.stop();
    deliveries.stop();

    const evidence = await gatherFrom(stage, times, deliveries.givenUp);
    const violations = [...(await judgeAll(evidence)), ...(await findBroken(stage))];
    // How long it took is printed, and fails nobody: a machine may be busy. Not to catch up at all is a fault.
    if (drained.drainedMs === undefined) {
      violations.push({ invariant: 'I13 everything under way comes to its end', row: { ...drained } });
    }
    const falls = [...api.falls, ...workers.falls];
    const table = await writeReport({
      ...order,
      people: load.entered(),
      desk: desk.counts,
      workers,
      apiRecoveriesMs: api.recoveriesMs,
      falls,
      storm: stormed,
      strikes,
      deliveries,
      drain: drained,
      evidence,
      violations,
    });
    await evidence.db.end();
    return { table, violations, falls };
  } finally {
    await stage.close();
  }
}

function gatherFrom(stage: Stage, times: RealTimes, givenUp: ReadonlySet<string>): Promise<Evidence> {
  const { database, outside } = stage;
  return gather({
    databaseUrl: database.url,
    carrier: outside.plivo.origin,
    outside: outside.origin,
    factor: outside.time.factor,
    baseMs: outside.time.baseMs,
    longestDelayMs: Math.max(...times.lateMs, times.slowMs),
    givenUp,
  });
}

/** The product's own checks, which look at the database alone. */
async function findBroken(stage: Stage): Promise<Violation[]> {
  const em = stage.runtime.orm.em.fork();
  const found = await Promise.all(
    CHECKS.map(async ({ name, find }) => ({ name, rows: await find(em, stage.now()) })),
  );
  return found.flatMap(({ name, rows }) => rows.map((row) => ({ invariant: `check ${name}`, row })));
}
