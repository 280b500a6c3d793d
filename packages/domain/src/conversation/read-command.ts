import type { FoldedText } from './fold-text.ts';
import type { Intent } from './intent.ts';
import { readChoice } from './read-choice.ts';
import { isCore, readCore } from './read-core.ts';
import { readLanguageWish } from './read-language-wish.ts';
import { readPayAmount } from './read-pay-amount.ts';
import { readPromise } from './read-promise.ts';
import type { CommandName } from './words/commands/commands.ts';

/**
 * The grammar of the thread, tried from the top: a command is the whole text, apart from politeness and punctuation. The
 * words of each are in `words/commands`. What carries a number, a day or a language comes after them.
 */
const COMMANDS: readonly { command: CommandName; reads: (text: FoldedText) => Intent | undefined }[] = [
  { command: 'payNow', reads: (text) => (text.isQuestion ? PAY_WISH : { kind: 'pay-now' }) },
  { command: 'payAll', reads: () => ({ kind: 'pay-several', which: 'all' }) },
  { command: 'pay', reads: (text) => (text.isQuestion ? PAY_WISH : { kind: 'pay' }) },
  { command: 'payWish', reads: () => PAY_WISH },
  // A question is not a consent, and no answer.
  { command: 'yes', reads: (text) => (text.isQuestion ? undefined : { kind: 'yes' }) },
  { command: 'start', reads: (text) => (text.isQuestion ? undefined : { kind: 'start' }) },
  { command: 'all', reads: (text) => (text.isQuestion ? undefined : { kind: 'choice', which: 'all' }) },
  { command: 'no', reads: () => ({ kind: 'no' }) },
  { command: 'undo', reads: (text) => (text.isQuestion ? undefined : { kind: 'undo' }) },
  { command: 'help', reads: () => ({ kind: 'help' }) },
  { command: 'balance', reads: () => ({ kind: 'balance' }) },
  { command: 'bills', reads: () => ({ kind: 'bills' }) },
  { command: 'due', reads: () => ({ kind: 'due' }) },
  { command: 'who', reads: () => ({ kind: 'who' }) },
  { command: 'link', reads: () => ({ kind: 'link' }) },
  { command: 'card', reads: () => ({ kind: 'card' }) },
  { command: 'agent', reads: () => ({ kind: 'agent' }) },
  { command: 'promise', reads: () => ({ kind: 'promise' }) },
  { command: 'later', reads: () => ({ kind: 'later' }) },
  { command: 'plan', reads: () => ({ kind: 'plan' }) },
  { command: 'autopayOn', reads: (text) => (text.isQuestion ? AUTOPAY : { kind: 'autopay', to: 'on' }) },
  { command: 'autopayOff', reads: (text) => (text.isQuestion ? AUTOPAY : { kind: 'autopay', to: 'off' }) },
  { command: 'autopay', reads: () => AUTOPAY },
  { command: 'paper', reads: (text) => (text.isQuestion ? undefined : { kind: 'paper' }) },
  // A question is not a consent.
  { command: 'keepCredit', reads: (text) => (text.isQuestion ? undefined : { kind: 'keep' }) },
  { command: 'lessLinks', reads: () => ({ kind: 'links', isWanted: false }) },
  { command: 'moreLinks', reads: () => ({ kind: 'links', isWanted: true }) },
];

const PAY_WISH: Intent = { kind: 'pay', isWish: true };
const AUTOPAY: Intent = { kind: 'autopay' };

/** Reads a command with what it carries; undefined where the text is none, or says more than a command. */
export function readCommand(text: FoldedText): Intent | undefined {
  if (/^[?\s]+$/.test(text.line) && text.isQuestion) return { kind: 'help' };
  const core = readCore(` ${text.words.join(' ')} `);
  const row = COMMANDS.find(({ command }) => isCore(core, command));
  if (row) return row.reads(text);
  return (
    readYesWithCode(core, text) ??
    readPayAmount(core, text) ??
    readChoice(core, text) ??
    readPromise(core, text) ??
    readLanguageWish(core)
  );
}

/** "YES 73", "yes73", "Ja, 73": a code has two to four digits, and stands for nothing but itself. */
function readYesWithCode(core: string, text: FoldedText): Intent | undefined {
  const match = /^( \p{L}+) ?(?:code |kod |kode |codigo )?(\d{2,4}) $/u.exec(core);
  const [, word, code] = match ?? [];
  if (word === undefined || code === undefined || text.isQuestion) return undefined;
  if (isCore(`${word} `, 'yes')) return { kind: 'yes', code };
  return isCore(`${word} `, 'no') ? { kind: 'no' } : undefined;
}
