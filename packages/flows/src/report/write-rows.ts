import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV, piece by piece, so that one of a million rows is never held as a whole. A cell that a spreadsheet would
 * take for a formula is made harmless.
 * @param columns the cells of a row, in order; their names are the first line
 * @param pages the rows, a page at a time
 */
export async function* writeRows<Column extends string>(
  columns: readonly Column[],
  pages: AsyncIterable<readonly Record<Column, string | number | null>[]>,
): AsyncGenerator<string> {
  const options = { columns: [...columns], escape_formulas: true, record_delimiter: 'windows' as const };
  yield stringify([], { ...options, header: true });
  for await (const rows of pages) yield stringify([...rows], { ...options, header: false });
}
