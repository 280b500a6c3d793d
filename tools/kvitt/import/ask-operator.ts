import { createInterface } from 'node:readline/promises';

/** Whether a person sits at both ends: one who sees the question and can type the answer. */
export function isAttended(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks a question that is answered by y or n; everything else is a no. */
export async function askOperator(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
