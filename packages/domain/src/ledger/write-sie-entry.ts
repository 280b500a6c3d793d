import { ACCOUNT_NUMBERS } from './account-numbers.ts';
import type { ExportedEntry } from './exported-entry.ts';
import { quoteForSie } from './quote-for-sie.ts';

/** One entry as a verification, numbered from 1; its amounts add up to nothing, as SIE demands. */
export function writeSieEntry(entry: ExportedEntry, number: number): string {
  const day = entry.day.replaceAll('-', '');
  const transactions = entry.lines.map(
    ({ account, minor, bill }) =>
      `  #TRANS ${ACCOUNT_NUMBERS[account]} {} ${decimal(minor)} ${day} ${quoteForSie(bill ?? '')}`,
  );
  const words = quoteForSie(`${entry.cause} ${entry.causeId}`);
  return [`#VER K ${number} ${day} ${words}`, '{', ...transactions, '}']
    .map((line) => `${line}\r\n`)
    .join('');
}

/** Moves the point, never divides; a sign where it is negative. */
function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
