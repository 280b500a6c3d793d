import type { Dice } from './dice.ts';

/** The instants at which a worker is killed, each on one side of a commit or of a call to a vendor. */
export const POINTS = [
  'answer: before commit',
  'answer: after commit',
  'charge: before the call',
  'charge: answer had, nothing noted',
  'outcome: before commit',
  'texts claimed: before commit',
  'text: before the call',
  'text: answer had, nothing noted',
  'reminders planned: before commit',
  'reminder queued: before commit',
  'reminder queued: after commit',
  'search: before the call',
  'search: answer had, nothing noted',
  'planned charge: before commit',
  'refund: before the call',
  'refund: answer had, nothing noted',
] as const;

export type Point = (typeof POINTS)[number];

/** A worker dies when it comes by `point` for the `nth` time. */
export interface Death {
  point: Point;
  nth: number;
}

/** As many deaths as there are rounds, every point as often as the others, in an order by lot. */
export function planDeaths(rounds: number, dice: Dice): Death[] {
  const deaths = Array.from({ length: rounds }, (_, index) => ({
    point: POINTS[index % POINTS.length] as Point,
    nth: 1 + Math.floor(dice() * 2),
  }));
  for (let last = deaths.length - 1; last > 0; last--) {
    const other = Math.floor(dice() * (last + 1));
    [deaths[last], deaths[other]] = [deaths[other] as Death, deaths[last] as Death];
  }
  return deaths;
}
