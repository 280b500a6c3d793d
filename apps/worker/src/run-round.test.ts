import type { Runtime } from '@kvitt/runtime/open-runtime';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningRound, runRound } from './run-round.ts';

const EVERY_MS = 5_000;

/** A round that gives what it is told to, one answer a run and then nothing more to do, and what it logs. */
function start(...answers: (number | Error | Promise<number>)[]) {
  const left = [...answers];
  const run = vi.fn(async () => {
    const answer = left.shift() ?? 0;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const warn = vi.fn();
  const runtime: Pick<Runtime, 'context' | 'log' | 'clock'> = {
    context: () => ({}) as ReturnType<Runtime['context']>,
    log: { info: vi.fn(), warn },
    clock: { now: () => new Date(), during: (act) => act(), onSettle: vi.fn(), stop: vi.fn() },
  };
  const running = runRound({ name: 'test', everyMs: EVERY_MS, run }, runtime as Runtime);
  rounds.push(running);
  return { running, run, warn };
}

/** A run that takes until it is told to end. */
function slowRun() {
  let end: (found: number) => void = () => undefined;
  const found = new Promise<number>((resolve) => {
    end = resolve;
  });
  return { found, end };
}

let rounds: RunningRound[] = [];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(async () => {
  await Promise.all(rounds.map((round) => round.stop()));
  rounds = [];
  vi.useRealTimers();
});

describe('a round', () => {
  it('runs at once, and again after its interval where it found nothing to do', async () => {
    const { run } = start();
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3 * EVERY_MS);
    expect(run).toHaveBeenCalledTimes(5);
  });

  it('runs again at once for as long as it finds something', async () => {
    const { run } = start(10, 10, 3);
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('that fails says so without the words of the error, and is tried again after its interval', async () => {
    const { run, warn } = start(new RangeError('Cindy owes $84.20'), 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(warn.mock.calls).toEqual([[{ round: 'test', error: 'RangeError' }, 'a round failed']]);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(run).toHaveBeenCalledTimes(2);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('never runs beside itself, however long one takes', async () => {
    const slow = slowRun();
    const { run, running } = start(slow.found);
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    running.wake();
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(run).toHaveBeenCalledTimes(1);
    slow.end(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe('wake', () => {
  it('does not wait for the interval, and does not shorten the one after it', async () => {
    const { run, running } = start();
    await vi.advanceTimersByTimeAsync(EVERY_MS / 2);
    running.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(run).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('while the round runs has it run once more: what it was woken for may have come too late for it', async () => {
    const slow = slowRun();
    const { run, running } = start(slow.found);
    await vi.advanceTimersByTimeAsync(0);
    running.wake();
    running.wake();
    slow.end(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(run).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(EVERY_MS - 1);
    expect(run).toHaveBeenCalledTimes(2);
  });
});

describe('settle', () => {
  it('ends with a run that found nothing and began after it was asked, and says how much was found', async () => {
    const slow = slowRun();
    const { run, running } = start(slow.found, 4, 2, 0);
    await vi.advanceTimersByTimeAsync(0);
    const settled = running.settle();
    slow.end(0);
    expect(await settled).toBe(6);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('ends with the round that is stopped', async () => {
    const { running } = start();
    await vi.advanceTimersByTimeAsync(0);
    await running.stop();
    expect(await running.settle()).toBe(0);
  });
});

describe('stop', () => {
  it('waits for the round under way, and no other one begins', async () => {
    const slow = slowRun();
    const { run, running } = start(slow.found);
    await vi.advanceTimersByTimeAsync(0);
    const stopped = vi.fn();
    const stopping = running.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(stopped).not.toHaveBeenCalled();
    // It found something, and would run again at once.
    slow.end(7);
    await stopping;
    await vi.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not wait for the interval', async () => {
    const { run, running } = start();
    await vi.advanceTimersByTimeAsync(0);
    await running.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is not held up by a round that fails', async () => {
    const { running, warn } = start(Promise.reject(new Error('gone')));
    await running.stop();
    expect(warn).toHaveBeenCalledTimes(1);
  });
});
