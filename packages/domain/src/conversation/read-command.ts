import type { FoldedText } from './fold-text.ts';
import type { Intent } from './intent.ts';
import { isCore, readCore } from './read-core.ts';
import { readPayAmount } from './read-pay-amount.ts';
import type { PhraseTable } from './words/patterns.ts';

/**
 * The grammar of the thread, tried from the top: a command is the whole text, apart from politeness and punctuation.
 * `#` stands for a number in the text, which the second column reads.
 */
const COMMANDS: readonly { table: PhraseTable; reads: (text: FoldedText) => Intent | undefined }[] = [
  { table: 'payNow', reads: (text) => (text.isQuestion ? PAY_WISH : { kind: 'pay-now' }) },
  { table: 'payAll', reads: () => ({ kind: 'pay-several', which: 'all' }) },
  { table: 'pay', reads: (text) => (text.isQuestion ? PAY_WISH : { kind: 'pay' }) },
  { table: 'payWish', reads: () => PAY_WISH },
  // A question is not a consent.
  { table: 'yes', reads: (text) => (text.isQuestion ? undefined : { kind: 'yes' }) },
  { table: 'start', reads: (text) => (text.isQuestion ? undefined : { kind: 'start' }) },
  { table: 'no', reads: () => ({ kind: 'no' }) },
  { table: 'help', reads: () => ({ kind: 'help' }) },
  { table: 'balance', reads: () => ({ kind: 'balance' }) },
  { table: 'agent', reads: () => ({ kind: 'agent' }) },
];

const PAY_WISH: Intent = { kind: 'pay', isWish: true };

/** Reads a command with what it carries; undefined where the text is none, or says more than a command. */
export function readCommand(text: FoldedText): Intent | undefined {
  if (/^[?\s]+$/.test(text.line) && text.isQuestion) return { kind: 'help' };
  const core = readCore(` ${text.words.join(' ')} `);
  const row = COMMANDS.find(({ table }) => isCore(core, table));
  if (row) return row.reads(text);
  return readYesWithCode(core, text) ?? readPayAmount(core, text);
}

/** "YES 73", "yes73", "Ja, 73": a code has two to four digits, and stands for nothing but itself. */
function readYesWithCode(core: string, text: FoldedText): Intent | undefined {
  const match = /^( \p{L}+) ?(?:code |kod |kode |codigo )?(\d{2,4}) $/u.exec(core);
  const [, word, code] = match ?? [];
  if (word === undefined || code === undefined || text.isQuestion) return undefined;
  if (isCore(`${word} `, 'yes')) return { kind: 'yes', code };
  return isCore(`${word} `, 'no') ? { kind: 'no' } : undefined;
}
