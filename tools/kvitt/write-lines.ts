import { notice } from './notice.ts';
import { writeAnswer } from './write-answer.ts';

/** Writes a list, a line each. Of an empty one the operator is told so, and standard output stays empty. */
export async function writeLines(lines: readonly string[], sayNone: string): Promise<void> {
  if (lines.length === 0) notice(sayNone);
  else await writeAnswer(lines.map((line) => `${line}\n`).join(''));
}
