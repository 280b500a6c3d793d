import { misread, type Reading, read } from './reading.ts';

/**
 * Reads a name or a description. Line breaks of a quoted cell and runs of spaces become one space: these go into texts
 * and onto one line of a list. Everything else stays, a leading `=` as well: it is data here, and guarded where a
 * spreadsheet is written.
 */
export function readText(text: string, longest: number): Reading<string> {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > longest ? misread('TOO_LONG', String(longest)) : read(folded);
}
