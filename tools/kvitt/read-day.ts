import { InvalidArgumentError } from 'commander';

/** A day as an option gives it, `YYYY-MM-DD`. @throws with what is wrong, for the command line to print */
export function readDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new InvalidArgumentError('It is written as YYYY-MM-DD.');
}
