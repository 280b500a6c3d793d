import { classifyText } from '@kvitt/domain/conversation/classify-text';
import { readIntent } from '@kvitt/domain/conversation/read-intent';
import type { ExitCode } from '../exit-codes.ts';
import { answerLines } from './answer-lines.ts';

/**
 * `text classify FILE`: what each text would be taken for if it came in. With `exceptions`, only those that are more than
 * free text, each with what it would lead to.
 */
export async function classifyTexts(file: string, options: { exceptions?: true } = {}): Promise<ExitCode> {
  if (!options.exceptions) return answerLines(file, (text) => ({ text, class: classifyText(text) }));
  return answerLines(file, (text) => {
    const intent = readIntent(text);
    return intent.kind === 'free-text' ? undefined : { text, class: classifyText(text), intent };
  });
}
