import { foldText } from './fold-text.ts';
import type { Intent } from './intent.ts';
import { isWrongParty } from './is-wrong-party.ts';
import { readCommand } from './read-command.ts';
import { readStop } from './read-stop.ts';
import { REDACTED_MARK, redactCardNumbers } from './redact-card-numbers.ts';

/**
 * Reads a customer's text, in any of the five languages whatever the customer's own is. Deterministic; takes the text as
 * it came or with its card numbers redacted, and reads both alike. The order is the order of harm: a revocation is never
 * lost behind anything else, a command is only ever the whole text, and everything else is for a person.
 */
export function readIntent(text: string): Intent {
  const redacted = redactCardNumbers(text).text;
  const hasCard = redacted.includes(REDACTED_MARK);
  const folded = foldText(redacted.replaceAll(CARD_TAIL, ' '));

  const stop = readStop(folded);
  if (isWrongParty(redacted, folded)) return { kind: 'wrong-party' };
  if (stop === 'cease' || stop === 'opt-out') return { kind: stop };
  if (hasCard) return { kind: 'card-number' };
  return readCommand(folded) ?? (stop === undefined ? { kind: 'free-text' } : { kind: stop });
}

const CARD_TAIL = /\[REDACTED-PAN \.\.\d{4}\]/g;
