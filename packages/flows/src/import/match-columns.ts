import type { ProblemCode } from '@kvitt/domain/import/problem';

/** Something wrong at a place in the file. */
export interface ImportProblem {
  /** The line that the row begins on; the header is on line 1. */
  line: number;
  /** As the header names it; null where the row as a whole is wrong. */
  column: string | null;
  /** What stands there, shortened. */
  value: string;
  code: ProblemCode;
  /** The data of the sentence that `sayProblem` makes. */
  expected: string;
}

export interface ColumnMatch<F extends string> {
  /** Where in a row each field stands; fields that are not in the file are not here. */
  at: [F, number][];
  /** Columns that the map says nothing about. */
  ignored: string[];
  problems: ImportProblem[];
}

/**
 * Finds the map's columns in the header of the file.
 * @param alsoUsed columns that are read though they are no field's, such as those in the description
 */
export function matchColumns<F extends string>(
  header: readonly string[],
  line: number,
  columns: Record<F, string | null>,
  required: readonly F[],
  alsoUsed: readonly string[],
): ColumnMatch<F> {
  const names = header.map((name) => name.trim());
  const problems: ImportProblem[] = [];
  const at: [F, number][] = [];
  const object = (column: string, code: ProblemCode, expected: string) =>
    problems.push({ line, column, value: column, code, expected });
  const find = (column: string, isRequired: boolean): number => {
    const index = names.indexOf(column);
    if (index === -1 && isRequired) object(column, 'COLUMN_MISSING', names.join(', '));
    if (index !== names.lastIndexOf(column)) object(column, 'COLUMN_TWICE', '');
    return index;
  };
  for (const [field, column] of Object.entries(columns) as [F, string | null][]) {
    if (column === null) continue;
    const index = find(column, required.includes(field));
    if (index !== -1) at.push([field, index]);
  }
  for (const column of alsoUsed) find(column, true);
  const used = new Set([...at.map(([, index]) => index), ...alsoUsed.map((column) => names.indexOf(column))]);
  return { at, problems, ignored: names.filter((_, index) => !used.has(index)) };
}
