import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openInput } from '../open-input.ts';
import { writeAnswer } from '../write-answer.ts';
import { readLines } from './read-lines.ts';

/** Answers every line of a file with one line of JSON, in the same order; a line without an answer is passed over. */
export async function answerLines(
  file: string,
  answer: (text: string) => object | undefined,
): Promise<ExitCode> {
  // One write per line would cost more than the answers themselves.
  let waiting = '';
  for await (const text of readLines(openInput(file).stream)) {
    const answered = answer(text);
    if (answered) waiting += `${JSON.stringify(answered)}\n`;
    if (waiting.length < 65_536) continue;
    await writeAnswer(waiting);
    waiting = '';
  }
  await writeAnswer(waiting);
  return EXIT.done;
}
