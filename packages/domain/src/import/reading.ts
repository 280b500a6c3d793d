import type { ProblemCode } from './problem.ts';

/** What became of one cell: its value, or what is wrong with it and what would have been right. */
export type Reading<T> = { kind: 'read'; value: T } | Misread;

export interface Misread {
  kind: 'misread';
  code: ProblemCode;
  /** The data of the sentence: a date format, a limit, what stands elsewhere. */
  expected: string;
}

export function read<T>(value: T): Reading<T> {
  return { kind: 'read', value };
}

export function misread(code: ProblemCode, expected = ''): Misread {
  return { kind: 'misread', code, expected };
}
