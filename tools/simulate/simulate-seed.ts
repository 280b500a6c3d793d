import { issueBills } from './issue-bills.ts';
import { judge } from './judge.ts';
import { openDoors } from './open-doors.ts';
import { type Differing, openWorld, type World } from './open-world.ts';
import { bootWorker } from './processes.ts';
import { reconcile } from './protocol/reconcile.ts';

export interface SeedReport {
  broken: string[];
  events: number;
  sales: number;
  disputes: number;
  returns: number;
  texts: number;
  deaths: number;
  lateLandings: number;
  lostAnswers: number;
  virtualMs: number;
}

/** People act and faults strike for this long; then both end, and everything has this long to come to rest. */
const ACTIVE_MS = 15 * 60_000;
const REST_MS = 40 * 3_600_000;

/**
 * One whole run in virtual time. The same seed, the same run, to the last event.
 */
export function simulateSeed(seed: number, differing: Differing = {}): SeedReport {
  const world = openWorld(seed, differing);
  const { parts, town, api, workers, contextOf } = world;
  const { kernel, gateway, carrier, store, diary } = parts;
  const doors = openDoors(world);
  carrier.onText(({ phone, body }) => kernel.now() < ACTIVE_MS && town.read(phone, body, doors));
  kernel.onBoot((process) => process !== api && bootWorker(contextOf(process), process));

  issueBills(contextOf(api), town, ACTIVE_MS);
  for (const worker of workers) bootWorker(contextOf(worker), worker);
  town.live(ACTIVE_MS * 0.8, doors);
  setClocks(world);
  setNights(world);
  kernel.run(ACTIVE_MS);
  for (const part of [kernel, gateway, carrier]) part.calm();
  kernel.run(REST_MS);

  return {
    broken: judge({
      store,
      gateway,
      carrier,
      town,
      diary,
      acknowledged: doors.acknowledged,
      endedAt: kernel.now(),
    }),
    events: kernel.events(),
    sales: gateway.sales.size,
    disputes: gateway.bank.disputes.size,
    returns: gateway.deeds.filter(({ did }) => did === 'send back').length,
    texts: doors.said(),
    deaths: kernel.deaths(),
    lateLandings: gateway.lateLandings(),
    lostAnswers: gateway.lostAnswers(),
    virtualMs: kernel.now(),
  };
}

/** Nights come while faults strike, where they are short, and twice when all is calm. */
function setNights({ parts: { kernel }, contextOf, workers }: World): void {
  const [worker] = workers;
  if (!worker) return;
  for (const atMs of [kernel.dice() * ACTIVE_MS, kernel.dice() * ACTIVE_MS, REST_MS * 0.4, REST_MS * 0.9])
    kernel.after(atMs, () => worker.isAlive && kernel.begin(worker, reconcile(contextOf(worker))));
}

/** Some time in the run somebody sets each machine's clock. */
function setClocks({ parts, faults, api, workers }: World): void {
  const { kernel } = parts;
  for (const process of [api, ...workers])
    kernel.after(kernel.dice() * ACTIVE_MS, () => {
      // Two texts of one phone are told apart by the API's clock: that one may be wrong, but not go back by seconds.
      const direction = process === api ? 1 : Math.sign(kernel.dice() - 0.5);
      process.clockOffMs += direction * kernel.dice() * faults.jumpMs;
    });
}
