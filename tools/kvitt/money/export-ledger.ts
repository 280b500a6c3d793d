import { loadTrialBalance } from '@kvitt/db/ledger/load-trial-balance';
import { ACCOUNT_NUMBERS } from '@kvitt/domain/ledger/account-numbers';
import { CURRENCIES } from '@kvitt/domain/money/money';
import { writeLedger } from '@kvitt/flows/ledger/write-ledger';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

export interface ExportOptions {
  format: string;
  biller?: string;
  currency?: string;
  from?: string;
  to?: string;
}

/** `ledger export`: every entry of the days asked for, oldest first, as CSV or SIE. Reads only. */
export async function exportLedger(options: ExportOptions): Promise<ExitCode> {
  const { format, from = '0001-01-01', to = '9999-12-31' } = options;
  if (format !== 'csv' && format !== 'sie') throw new CommandError(EXIT.usage, '--format is csv or sie.');
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const currency = CURRENCIES.find((one) => one === (options.currency ?? biller.currency));
    if (!currency) throw new CommandError(EXIT.usage, `--currency is one of ${CURRENCIES.join(', ')}.`);
    const order = { biller, format, currency, from, to } as const;
    for await (const words of writeLedger(ctx, order)) await writeAnswer(words);
    return EXIT.done;
  });
}

/** `ledger balance`: the trial balance, account by account. Reads only. */
export async function showBalance(options: { biller?: string; json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const rows = await loadTrialBalance(ctx.em.fork(), biller.id);
    if (options.json) {
      await writeAnswer(`${JSON.stringify(rows)}\n`);
      return EXIT.done;
    }
    for (const { currency, account, debitMinor, creditMinor } of rows) {
      const sides = [debitMinor, creditMinor].map((minor) => (minor / 100).toFixed(2).padStart(16));
      await writeAnswer(`${currency}  ${ACCOUNT_NUMBERS[account]} ${account.padEnd(12)}${sides.join('')}\n`);
    }
    return EXIT.done;
  });
}
