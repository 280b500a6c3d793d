import { countSegments } from '@kvitt/domain/message/count-segments';
import type { ExitCode } from '../exit-codes.ts';
import { answerLines } from './answer-lines.ts';

/** `text segments FILE`: what the carrier would bill for each text as it stands. */
export async function segmentTexts(file: string): Promise<ExitCode> {
  return answerLines(file, (text) => ({ text, ...countSegments(text) }));
}
