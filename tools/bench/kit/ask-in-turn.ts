import { percentile } from './percentile.ts';

/** How a question was answered again and again, by one who waits for each answer before the next. */
export interface Pace {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Asks `count` times, one after the other, after a tenth as many that do not count. */
export async function askInTurn(count: number, ask: (index: number) => Promise<unknown>): Promise<Pace> {
  const warmUp = Math.ceil(count / 10);
  const tookMs: number[] = [];
  for (let index = -warmUp; index < count; index++) {
    const startedMs = performance.now();
    await ask(index + warmUp);
    if (index >= 0) tookMs.push(performance.now() - startedMs);
  }
  const sum = tookMs.reduce((all, ms) => all + ms, 0);
  return {
    perSecond: (tookMs.length * 1_000) / sum,
    p50Ms: percentile(tookMs, 0.5),
    p99Ms: percentile(tookMs, 0.99),
  };
}
