import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { readClockOrder } from '../upkeep/read-clock-order.ts';

/** Reads a point in time of a command's, `2026-12-24T09:00` in the given zone or with one of its own. */
export function readTime(text: string, timeZone: string): Date {
  const read = readClockOrder(text, timeZone);
  if (read.kind === 'to') return new Date(read.atMs);
  throw new CommandError(EXIT.usage, `A time is written as 2026-12-24T09:00, not "${text}".`);
}
