import type { Flow } from './flow.ts';
import { type Agenda, openAgenda } from './heap.ts';
import type { Dice, Process } from './process.ts';
import { makeRunner, type RollBack } from './run-flow.ts';

export interface KernelFaults {
  /** The chance that a process dies at any one step. */
  crash: number;
  /** The chance that it stands still before a step, and for how long at the most. */
  pause: number;
  longestPauseMs: number;
}

export interface Kernel {
  now(): number;
  dice: Dice;
  /** Runs `act` after so much virtual time, whatever happens to any process. */
  after(ms: number, act: () => void): void;
  /** Has a process begin a flow; `done` hears its answer, `failed` that it threw. A process that dies says neither. */
  begin<T>(
    process: Process,
    flow: Flow<T>,
    done?: (value: T) => void,
    failed?: (error: unknown) => void,
  ): void;
  /** Goes on until nothing is to come, or `untilMs`. */
  run(untilMs: number): void;
  /** From now on nobody dies or stands still. */
  calm(): void;
  /** Called after a process has died; it starts again after a while. */
  onBoot(boot: (process: Process) => void): void;
  events(): number;
  deaths(): number;
}

export function openKernel(dice: Dice, faults: KernelFaults, rollBack: RollBack): Kernel {
  const agenda: Agenda = openAgenda();
  let now = 0;
  let events = 0;
  let deaths = 0;
  let isCalm = false;
  let boot: (process: Process) => void = () => {};
  const after = (ms: number, act: () => void) => agenda.add(now + Math.max(0, ms), act);

  const dies = (process: Process): boolean => {
    if (isCalm || dice() >= faults.crash) return false;
    process.life += 1;
    process.isAlive = false;
    deaths += 1;
    after(500 + dice() * 3_000, () => {
      process.isAlive = true;
      boot(process);
    });
    return true;
  };
  const pauseMs = () => (!isCalm && dice() < faults.pause ? dice() * faults.longestPauseMs : 0);

  const isDead = (process: Process, life: number) => process.life !== life || dies(process);
  const begin = makeRunner({ after, pauseMs, isDead, dice, rollBack });

  return {
    now: () => now,
    dice,
    after,
    begin,
    run(untilMs) {
      for (let next = agenda.take(); next; next = agenda.take()) {
        if (next.at > untilMs) {
          agenda.add(next.at, next.act);
          now = untilMs;
          return;
        }
        now = next.at;
        events += 1;
        next.act();
      }
    },
    calm() {
      isCalm = true;
    },
    onBoot(act) {
      boot = act;
    },
    events: () => events,
    deaths: () => deaths,
  };
}
