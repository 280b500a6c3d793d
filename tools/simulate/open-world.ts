import { seededDice } from '@kvitt/sandbox/control/faults';
import { chooseFaults, type Faults, type Weather } from './faults.ts';
import { makeBell } from './kernel/flow.ts';
import { openKernel } from './kernel/kernel.ts';
import type { Process } from './kernel/process.ts';
import type { Mutant } from './mutants.ts';
import { openTown, type Town } from './people.ts';
import { openStore } from './store.ts';
import { openCarrier } from './vendors/carrier.ts';
import { openGateway } from './vendors/gateway.ts';
import { type Ctx, contextFor, type Diary } from './world.ts';

/** Everything of one run: the model's parts, and the processes that go through its flows. */
export interface World {
  parts: Omit<Ctx, 'now'>;
  faults: Faults;
  town: Town;
  api: Process;
  workers: Process[];
  contextOf(process: Process): Ctx;
  /** Says something to whoever follows this seed. */
  at(line: string): void;
}

/** How a run differs from the ordinary one of its seed. */
export interface Differing {
  mutant?: Mutant | undefined;
  weather?: Weather | undefined;
  /** Hears of every change and every sale, with its instant. */
  tell?: ((line: string) => void) | undefined;
}

export function openWorld(seed: number, { mutant, weather, tell }: Differing): World {
  const dice = seededDice(Math.imul(seed, 0x9e3779b1) >>> 0);
  const faults = chooseFaults(dice, weather);
  const at = (line: string) => tell?.(`${(kernel.now() / 1_000).toFixed(3)} s  ${line}`);
  const store = openStore(tell && at);
  const kernel = openKernel(dice, faults.kernel, store.transaction);
  const gateway = openGateway(kernel, faults.gateway);
  const carrier = openCarrier(kernel, faults.carrier);
  const town = openTown(kernel, faults.refunds);
  const diary: Diary = {
    intakes: [],
    claims: new Map(),
    overpaid: [],
    overowed: [],
    mandates: [],
    methods: [],
    disputed: [],
    restless: [],
  };
  const bells = {
    outbox: makeBell(),
    missing: makeBell(),
    payments: makeBell(),
    refunds: makeBell(),
    charges: makeBell(),
    inbound: makeBell(),
    jobs: makeBell(),
  };
  let ids = 0;
  const parts: Omit<Ctx, 'now'> = {
    kernel,
    store,
    gateway,
    carrier,
    bells,
    mutant,
    people: town,
    diary,
    nextId: () => `id-${++ids}`,
    enqueue(name, payload) {
      const id = `${name}/${payload}`;
      store.insert(store.jobs, id, { id, name, payload, state: 'created', startAfter: kernel.now() });
      bells.jobs.ring();
    },
  };
  const open = (name: string): Process => ({
    name,
    life: 1,
    isAlive: true,
    clockOffMs: (dice() * 2 - 1) * faults.skewMs,
  });
  return {
    parts,
    faults,
    town,
    api: open('api'),
    workers: [open('worker 1'), open('worker 2')],
    contextOf: (process) => contextFor(parts, process),
    at,
  };
}
