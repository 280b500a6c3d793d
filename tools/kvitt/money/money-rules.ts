import { readFile } from 'node:fs/promises';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { readMoneyRules } from '@kvitt/flows/payment/read-money-rules';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/**
 * `rules money [FILE]`: what a biller decides about money; with a file of JSON, these become its rules, and what the file
 * leaves out is the default. A rule that is none, or out of its bounds, changes nothing.
 */
export async function moneyRules(file: string | undefined, options: { biller?: string }): Promise<ExitCode> {
  const rules = file === undefined ? undefined : await readRules(file);
  return withContext({ isReadOnly: rules === undefined }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    if (rules) await inTransaction(ctx, (tx) => saveMoneyRules(tx, biller.id, rules));
    const now = await loadMoneyRules(ctx.em.fork(), biller.id);
    await writeAnswer(`${JSON.stringify(now, undefined, 2)}\n`);
    return EXIT.done;
  });
}

async function readRules(file: string): Promise<Partial<MoneyRules>> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new CommandError(EXIT.usage, `${file} cannot be read as JSON.`);
  }
  const read = readMoneyRules(parsed);
  if ('problem' in read) throw new CommandError(EXIT.usage, read.problem);
  return read.rules;
}
