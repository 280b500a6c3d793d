import { type EntryPlace, listEntries } from '@kvitt/db/ledger/list-entries';
import { loadTrialBalance } from '@kvitt/db/ledger/load-trial-balance';
import { ACCOUNT_NUMBERS } from '@kvitt/domain/ledger/account-numbers';
import type { ExportedEntry } from '@kvitt/domain/ledger/exported-entry';
import { writeSieEntry } from '@kvitt/domain/ledger/write-sie-entry';
import { writeSieHead } from '@kvitt/domain/ledger/write-sie-head';
import { CURRENCIES } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findBiller } from './find-biller.ts';
import { withContext } from './with-context.ts';
import { writeAnswer } from './write-answer.ts';

export interface ExportOptions {
  format: string;
  biller?: string;
  currency?: string;
  from?: string;
  to?: string;
}

/** Entries per look at the database. */
const PAGE = 1_000;

/** `ledger export`: every entry of the days asked for, oldest first, as CSV or SIE. Reads only. */
export async function exportLedger(options: ExportOptions): Promise<ExitCode> {
  const { format, from = '0001-01-01', to = '9999-12-31' } = options;
  if (format !== 'csv' && format !== 'sie') throw new CommandError(EXIT.usage, '--format is csv or sie.');
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const currency = CURRENCIES.find((one) => one === (options.currency ?? biller.currency));
    if (!currency) throw new CommandError(EXIT.usage, `--currency is one of ${CURRENCIES.join(', ')}.`);
    const today = localDate(ctx.clock.now(), biller.timeZone);
    await writeAnswer(format === 'sie' ? writeSieHead(biller.name, currency, today) : CSV_HEAD);
    let number = 0;
    for (let after: EntryPlace | undefined; ; ) {
      const page = await listEntries(ctx.em.fork(), {
        billerId: biller.id,
        currency,
        from,
        to,
        limit: PAGE,
        ...(after && { after }),
      });
      for (const entry of page) {
        number += 1;
        await writeAnswer(format === 'sie' ? writeSieEntry(entry, number) : writeCsvEntry(entry));
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return EXIT.done;
      after = { at: last.at, id: last.id };
    }
  });
}

const CSV_HEAD = 'day,entry,cause,cause_id,account,number,bill,currency,debit_minor,credit_minor\n';

function writeCsvEntry({ day, id, cause, causeId, currency, lines }: ExportedEntry): string {
  return lines
    .map(({ account, minor, bill }) => {
      const sides = minor > 0 ? [minor, ''] : ['', -minor];
      return [
        day,
        id,
        cause,
        causeId,
        account,
        ACCOUNT_NUMBERS[account],
        quote(bill ?? ''),
        currency,
        ...sides,
      ];
    })
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

/** A bill's number is the biller's own, and may hold anything; a program that opens the file must not take it for a formula. */
function quote(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
