import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inBatches } from './in-batches.ts';

it('does the first at once, and what came meanwhile together', async () => {
  const batches: number[][] = [];
  const ends: (() => void)[] = [];
  const take = inBatches<number>((batch) => {
    batches.push([...batch]);
    return new Promise((resolve) => ends.push(resolve));
  });
  const first = take(1);
  await Promise.resolve();
  const rest = Promise.all([take(2), take(3)]);
  expect(batches).toEqual([[1]]);
  ends[0]?.();
  await first;
  await new Promise(setImmediate);
  expect(batches).toEqual([[1], [2, 3]]);
  ends[1]?.();
  await rest;
});

it('tells a failure to those it is of, and goes on with the others', async () => {
  const take = inBatches<string>(async ([one]) => {
    if (one === 'bad') throw new Error('no');
  });
  const bad = take('bad');
  await expect(bad).rejects.toThrow('no');
  await expect(take('good')).resolves.toBeUndefined();
});

it('does each once, whatever comes when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (pauses) => {
      const done: number[] = [];
      const take = inBatches<number>(async (batch) => {
        await Promise.resolve();
        done.push(...batch);
      });
      const all: Promise<void>[] = [];
      for (const [at, isPause] of pauses.entries()) {
        all.push(take(at));
        if (isPause) await Promise.resolve();
      }
      await Promise.all(all);
      expect(done).toEqual([...pauses.keys()]);
    }),
  );
});
