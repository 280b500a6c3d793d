import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadMovements } from '@kvitt/db/statement/load-movements';
import { CURRENCIES, money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { makeStatement } from '@kvitt/domain/statement/make-statement';
import type { Statement } from '@kvitt/domain/statement/statement';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findAccount } from './find-account.ts';

/** `statement ACCOUNT`: what moved on an account, in words, with what is owed after each; as text, CSV or JSON. */
export async function showStatement(
  number: string,
  options: {
    from?: string;
    to?: string;
    currency?: string;
    csv?: boolean;
    json?: boolean;
    biller?: string;
  },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const { billerId, accountId, timeZone, language } = await findAccount(ctx, number, options.biller);
    const em = ctx.em.fork();
    const biller = await em.findOneOrFail(Biller, { id: billerId });
    const currency = CURRENCIES.find((one) => one === (options.currency ?? biller.currency));
    if (!currency) throw new CommandError(EXIT.usage, `--currency is one of ${CURRENCIES.join(', ')}.`);
    const to = options.to ?? localDate(ctx.clock.now(), timeZone);
    const from = options.from ?? addDays(to, -365);
    if (from > to) throw new CommandError(EXIT.usage, '--from is after --to.');
    const found = await loadMovements(em, { billerId, accountId, currency, from, to });
    const statement = makeStatement({ currency, from, to, language, ...found });
    if (options.json) await writeAnswer(`${JSON.stringify(statement)}\n`);
    else await writeAnswer(options.csv ? writeCsv(statement) : write(statement));
    return EXIT.done;
  });
}

/** As `12.50`, or `-12.50`. */
function signed(minor: number, currency: Statement['currency']): string {
  return `${minor < 0 ? '-' : ''}${toDecimal(money(Math.abs(minor), currency))}`;
}

function write({ currency, from, to, openingMinor, rows, closingMinor }: Statement): string {
  const show = (minor: number) => signed(minor, currency).padStart(12);
  const wide = Math.max(20, ...rows.map(({ words }) => words.length));
  const line = (day: string, words: string, minor: string, balance: number) =>
    `${day}  ${words.padEnd(wide)}${minor.padStart(12)}${show(balance)}\n`;
  return [
    line(from, currency, '', openingMinor),
    ...rows.map(({ day, words, minor, balanceMinor }) => line(day, words, show(minor), balanceMinor)),
    line(to, currency, '', closingMinor),
  ].join('');
}

function writeCsv({ currency, from, to, openingMinor, rows, closingMinor }: Statement): string {
  const show = (minor: number) => signed(minor, currency);
  const quoted = (words: string) => `"${words.replaceAll('"', '""')}"`;
  return [
    'day,words,amount,balance,currency',
    `${from},"",,${show(openingMinor)},${currency}`,
    ...rows.map(
      ({ day, words, minor, balanceMinor }) =>
        `${day},${quoted(words)},${show(minor)},${show(balanceMinor)},${currency}`,
    ),
    `${to},"",,${show(closingMinor)},${currency}\n`,
  ].join('\n');
}
