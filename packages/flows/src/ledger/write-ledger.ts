import { type EntryPlace, listEntries } from '@kvitt/db/ledger/list-entries';
import { ACCOUNT_NUMBERS } from '@kvitt/domain/ledger/account-numbers';
import type { ExportedEntry } from '@kvitt/domain/ledger/exported-entry';
import { writeSieEntry } from '@kvitt/domain/ledger/write-sie-entry';
import { writeSieHead } from '@kvitt/domain/ledger/write-sie-head';
import type { Currency } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '../kit/context.ts';

/** Entries per look at the database. */
const PAGE = 1_000;

export interface LedgerOrder {
  biller: { id: string; name: string; timeZone: string };
  format: 'csv' | 'sie';
  currency: Currency;
  /** The first and the last day, `YYYY-MM-DD`, in the biller's zone. */
  from: string;
  to: string;
}

/** Writes every entry of the days asked for, oldest first, as CSV or SIE, a page at a time: memory does not grow with it. */
export async function* writeLedger(ctx: Ctx, order: LedgerOrder): AsyncGenerator<string> {
  const { biller, format, currency, from, to } = order;
  const today = localDate(ctx.clock.now(), biller.timeZone);
  yield format === 'sie' ? writeSieHead(biller.name, currency, today) : CSV_HEAD;
  let number = 0;
  for (let after: EntryPlace | undefined; ; ) {
    const page = await listEntries(ctx.em.fork(), {
      ...{ billerId: biller.id, currency, from, to, limit: PAGE },
      ...(after && { after }),
    });
    const written = page.map((entry) => {
      number += 1;
      return format === 'sie' ? writeSieEntry(entry, number) : writeCsvEntry(entry);
    });
    if (written.length > 0) yield written.join('');
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = { at: last.at, id: last.id };
  }
}

const CSV_HEAD = 'day,entry,cause,cause_id,account,number,bill,currency,debit_minor,credit_minor\n';

function writeCsvEntry({ day, id, cause, causeId, currency, lines }: ExportedEntry): string {
  return lines
    .map(({ account, minor, bill }) => {
      const sides = minor > 0 ? [minor, ''] : ['', -minor];
      const name = quote(bill ?? '');
      return [day, id, cause, causeId, account, ACCOUNT_NUMBERS[account], name, currency, ...sides];
    })
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

/** A bill's number is the biller's own, and may hold anything; a program that opens the file must not take it for a formula. */
function quote(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
