import { seededDice } from '@kvitt/sandbox/control/faults';

/** Throws of seeded dice, 0 to 1. */
export type Dice = () => number;

/** Dice of their own for one part of a run, so that what one part throws does not shift what another gets. */
export function diceFor(seed: number, part: string): Dice {
  let mixed = seed;
  for (const letter of part) mixed = (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0;
  return seededDice(mixed);
}

/** Picks by weight. */
export function pick<T extends string>(dice: Dice, weights: Record<T, number>): T {
  const entries = Object.entries(weights) as [T, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = dice() * total;
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return (entries[0] as [T, number])[0];
}
