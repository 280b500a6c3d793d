import { misread, type Reading, read } from './reading.ts';

const YES: readonly string[] = ['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'si', 'sí'];
const NO: readonly string[] = ['no', 'n', 'false', '0', 'nein', 'nej', 'nei'];

/** Reads whether something is so, in the words of the five languages; anything else is not guessed at. */
export function readYesNo(text: string): Reading<boolean> {
  const word = text.toLowerCase();
  if (YES.includes(word)) return read(true);
  return NO.includes(word) ? read(false) : misread('NOT_YES_OR_NO', 'yes or no');
}
