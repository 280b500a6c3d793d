import type { CellProblem } from './problem.ts';
import type { Reading } from './reading.ts';

/** Reads the cells of one row and keeps what was wrong with each, so that a row's errors are all told at once. */
export interface RowReader<F extends string> {
  /** Undefined in a cell that is empty, that the file does not have, or that could not be read. */
  optional<T>(field: F, readCell: (text: string) => Reading<T>): T | undefined;
  /** The same, and an empty cell is a problem. */
  required<T>(field: F, readCell: (text: string) => Reading<T>): T | undefined;
  /** Adds what only shows when two cells are seen together. */
  object(field: F, code: CellProblem['code'], expected: string): void;
  problems: CellProblem[];
}

export function makeRowReader<F extends string>(cells: Partial<Record<F, string>>): RowReader<F> {
  const problems: CellProblem[] = [];
  const object: RowReader<F>['object'] = (field, code, expected) => {
    problems.push({ field, value: cells[field] ?? '', code, expected });
  };
  const optional: RowReader<F>['optional'] = (field, readCell) => {
    const text = cells[field]?.trim() ?? '';
    if (text === '') return undefined;
    const reading = readCell(text);
    if (reading.kind === 'read') return reading.value;
    object(field, reading.code, reading.expected);
    return undefined;
  };
  return {
    problems,
    object,
    optional,
    required(field, readCell) {
      if ((cells[field]?.trim() ?? '') === '') object(field, 'EMPTY', '');
      return optional(field, readCell);
    },
  };
}
