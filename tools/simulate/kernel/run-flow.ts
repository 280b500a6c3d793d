import type { Flow, Step } from './flow.ts';
import type { Dice, Process } from './process.ts';

/** What a transaction has changed is kept, or taken back. */
export interface RollBack {
  begin(): void;
  commit(): void;
  undo(): void;
}

interface Parts {
  after(ms: number, act: () => void): void;
  /** How long the process stands still before its next step; nought nearly always. */
  pauseMs(): number;
  /** Whether the process has ended since that life of its, or ends just now. */
  isDead(process: Process, life: number): boolean;
  dice: Dice;
  rollBack: RollBack;
}

/** A statement's way to the database and back. */
const DATABASE_MS = 4;

type Begin = <T>(
  process: Process,
  flow: Flow<T>,
  done?: (value: T) => void,
  failed?: (error: unknown) => void,
) => void;

/** Where a flow goes on once a step of it has come to its end. */
interface Place {
  process: Process;
  life: number;
  resume(value: unknown): void;
  fail(error: unknown): void;
}

/** Gives the function that has a process go through a flow, step by step, for as long as the process lives. */
export function makeRunner(parts: Parts): Begin {
  const { after, pauseMs, isDead } = parts;
  const begin: Begin = (process, flow, done, failed) => {
    const { life } = process;
    const goOn = (move: () => IteratorResult<Step, unknown>) => {
      if (isDead(process, life)) return;
      let next: IteratorResult<Step, unknown>;
      try {
        next = move();
      } catch (error) {
        failed?.(error);
        return;
      }
      if (next.done) done?.(next.value as never);
      else perform(next.value);
    };
    const place: Place = {
      process,
      life,
      resume: (value) => after(pauseMs(), () => goOn(() => flow.next(value))),
      fail: (error) => after(1, () => goOn(() => flow.throw(error))),
    };
    const perform = (step: Step) => {
      if (step.do === 'transaction') transact(parts, place, step.act);
      else if (step.do === 'call') callOut(parts, place, step);
      else if (step.do === 'wait') waitFor(parts, place, step);
      else doTogether(begin, place, step.flows);
    };
    after(0, () => goOn(() => flow.next(undefined)));
  };
  return begin;
}

/** Dead before the commit: as if it had never begun. Dead after it: nobody hears that it was kept. */
function transact({ after, dice, isDead, rollBack }: Parts, place: Place, act: () => unknown): void {
  after(DATABASE_MS * (0.5 + dice()), () => {
    if (isDead(place.process, place.life)) return;
    rollBack.begin();
    try {
      const value = act();
      rollBack.commit();
      after(1, () => place.resume(value));
    } catch (error) {
      rollBack.undo();
      place.fail(error);
    }
  });
}

function callOut(
  { after }: Parts,
  place: Place,
  { send, timeoutMs, lost }: Extract<Step, { do: 'call' }>,
): void {
  let isOver = false;
  const end = (value: unknown) => {
    if (isOver) return;
    isOver = true;
    place.resume(value);
  };
  send(end);
  if (timeoutMs !== undefined) after(timeoutMs, () => end(lost));
}

function waitFor({ after }: Parts, place: Place, { ms, bell }: Extract<Step, { do: 'wait' }>): void {
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    callOff?.();
    place.resume(undefined);
  };
  const callOff = bell?.listen(() => after(1, end));
  if (Number.isFinite(ms)) after(ms, end);
}

function doTogether(begin: Begin, place: Place, flows: Flow<void>[]): void {
  let left = flows.length;
  const over = () => {
    left -= 1;
    if (left === 0) place.resume(undefined);
  };
  for (const flow of flows) begin(place.process, flow, over, over);
}
