import type { FoldedText } from './fold-text.ts';
import type { Intent } from './intent.ts';

/** A list that a text can hold has no more bills than this, so no larger figure is the number of one. */
const LONGEST_LIST = 9;

const NUMBERS =
  /^ (?:(?:nr|no|number|nummer|numero|num|bill|rechnung|rakning|regning|factura|la|el|option) )?(\d(?: (?:(?:and|y|und|och|og) )?\d)*) $/u;

/** "2", "#1", "1, 3", "1 and 2": numbers of a list's bills. Undefined for anything else, "10" and "0" included. */
export function readChoice(core: string, text: FoldedText): Intent | undefined {
  if (text.isQuestion) return undefined;
  const [, digits] = NUMBERS.exec(core) ?? [];
  // "1.5" and "1,5" are amounts, if anything.
  if (digits === undefined || /\d[.,]\d/.test(text.line)) return undefined;
  const which = (digits.match(/\d/g) ?? []).map(Number);
  return which.every((number) => number >= 1 && number <= LONGEST_LIST)
    ? { kind: 'choice', which }
    : undefined;
}
