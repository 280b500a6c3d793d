import { foldText } from './fold-text.ts';
import { readCommand } from './read-command.ts';
import { readStop } from './read-stop.ts';
import { isWrongParty } from './read-wrong-party.ts';
import { REDACTED_MARK, redactCardNumbers } from './redact-card-numbers.ts';

/** What an inbound text means, as far as words alone tell; what follows from it depends on the dialog. */
export type Intent =
  /** No more texts. */
  | { kind: 'opt-out' }
  /** No more contact about the debt, by any channel: an opt-out and more. */
  | { kind: 'cease' }
  /** The phone is not our customer's, or the customer has died: the number is to be silenced too. */
  | { kind: 'wrong-party' }
  /** A stop word in a longer sentence: outbound is held and a person decides. */
  | { kind: 'review-hold' }
  /** "Do not stop my service." */
  | { kind: 'continue' }
  | { kind: 'card-number' }
  /** `isWish` where it is not the command itself ("I want to pay", "Pay?"): worth a question, never a charge at once. */
  | { kind: 'pay'; isWish?: true }
  | { kind: 'pay-now' }
  /** The amount as it was written, and in minor units where it reads as a number. */
  | { kind: 'pay-amount'; amount: string; minor: number | undefined }
  /** Bills of a list by their numbers, or all of them. */
  | { kind: 'pay-several'; which: 'all' | number[] }
  /** The code of a question, two to four digits; a bare yes has none and never moves money. */
  | { kind: 'yes'; code?: string }
  | { kind: 'no' }
  | { kind: 'start' }
  | { kind: 'help' }
  | { kind: 'balance' }
  | { kind: 'agent' }
  | { kind: 'free-text' };

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
