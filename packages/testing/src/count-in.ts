import type { World } from './open-world.ts';

const counts = new WeakMap<World, Map<string, number>>();

/**
 * The next number of a kind in a world, from 1. Counted by world, so that a scenario's names, phones and account
 * numbers are the same however many scenarios the process ran before it.
 */
export function countIn(world: World, kind: string): number {
  const ofWorld = counts.get(world) ?? new Map<string, number>();
  counts.set(world, ofWorld);
  const next = (ofWorld.get(kind) ?? 0) + 1;
  ofWorld.set(kind, next);
  return next;
}
