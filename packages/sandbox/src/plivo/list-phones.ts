import type { PlivoWorld } from './open-world.ts';
import type { Handset } from './sandbox-state.ts';

/** A test run may text thousands of people; of those without a name the page shows the latest. */
const mostUnnamed = 40;

export interface Phone extends Handset {
  /** When its last text came or went, in milliseconds since the epoch; null where none has. */
  lastAt: number | null;
  isNamed: boolean;
}

/** The phones to show: those with a name in their order, then every other number that lately got or sent a text. */
export function listPhones(world: PlivoWorld): Phone[] {
  const lastAt = new Map<string, number>();
  for (const text of world.state.texts) {
    lastAt.set(text.direction === 'outbound' ? text.to : text.from, text.acceptedAt);
  }
  const named = world.state.handsets.map((handset) => ({
    ...handset,
    lastAt: lastAt.get(handset.number) ?? null,
    isNamed: true,
  }));
  const known = new Set(world.state.handsets.map((handset) => handset.number));
  const unnamed = [...lastAt]
    .filter(([number]) => !known.has(number))
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostUnnamed)
    .map(([number, at]) => ({ number, name: `+${number}`, lastAt: at, isNamed: false }));
  return [...named, ...unnamed];
}
