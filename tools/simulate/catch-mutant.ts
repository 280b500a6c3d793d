import { type Mutant, WEATHER } from './mutants.ts';
import { simulateSeed } from './simulate-seed.ts';

/** A mutant that outlives this many seeds has not been seen. */
export const MUTANT_SEEDS = 2_000;

/**
 * The first seed that shows what is wrong with a mutant, and what it shows; undefined where none does. Caught is what breaks
 * the mutant and not the protocol itself in the same weather.
 */
export function catchMutant(mutant: Mutant): { seed: number; broken: string[] } | undefined {
  const weather = WEATHER[mutant];
  for (let seed = 1; seed <= MUTANT_SEEDS; seed++) {
    const { broken } = simulateSeed(seed, { mutant, weather });
    if (broken.length > 0 && simulateSeed(seed, { weather }).broken.length === 0) return { seed, broken };
  }
  return undefined;
}
