import { classifyText } from '@kvitt/domain/conversation/classify-text';
import { answerLines } from './answer-lines.ts';
import type { ExitCode } from './exit-codes.ts';

/** `text classify FILE`: what each text would be taken for if it came in. */
export async function classifyTexts(file: string): Promise<ExitCode> {
  return answerLines(file, (text) => ({ text, class: classifyText(text) }));
}
