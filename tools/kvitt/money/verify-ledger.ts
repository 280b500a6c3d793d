import { billsArePostedOnce } from '@kvitt/db/checks/bills-are-posted-once';
import { capturesArePostedOnce } from '@kvitt/db/checks/captures-are-posted-once';
import { cardFeesArePostedOnce } from '@kvitt/db/checks/card-fees-are-posted-once';
import { creditsAreWhatIsLeft } from '@kvitt/db/checks/credits-are-what-is-left';
import { disputesArePostedOnce } from '@kvitt/db/checks/disputes-are-posted-once';
import { everyEntryHasACause } from '@kvitt/db/checks/every-entry-has-a-cause';
import { ledgerBalances } from '@kvitt/db/checks/ledger-balances';
import { nobodyPaysTooMuch } from '@kvitt/db/checks/nobody-pays-too-much';
import { partsAddUp } from '@kvitt/db/checks/parts-add-up';
import { receivableIsWhatIsDue } from '@kvitt/db/checks/receivable-is-what-is-due';
import { refundsArePostedOnce } from '@kvitt/db/checks/refunds-are-posted-once';
import { returnedPaymentsAreReversed } from '@kvitt/db/checks/returned-payments-are-reversed';
import type { Ctx } from '@kvitt/flows/kit/context';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { askChecks, type CheckResult, describeChecks } from '../upkeep/ask-checks.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** What must hold of the ledger, in the order in which an error is best understood. */
const LEDGER_CHECKS = [
  ledgerBalances,
  everyEntryHasACause,
  billsArePostedOnce,
  capturesArePostedOnce,
  cardFeesArePostedOnce,
  partsAddUp,
  refundsArePostedOnce,
  returnedPaymentsAreReversed,
  disputesArePostedOnce,
  receivableIsWhatIsDue,
  creditsAreWhatIsLeft,
  nobodyPaysTooMuch,
];

/** `ledger verify`: counts what is posted and looks for what must not be. Reads only. */
export async function verifyLedger(options: { json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const books = await countBooks(ctx);
    const checks = await askChecks(ctx, LEDGER_CHECKS);
    const holds = checks.every(({ rows }) => rows.length === 0);
    const answer = options.json
      ? `${JSON.stringify({ holds, books, checks })}\n`
      : describe(books, checks, holds);
    await writeAnswer(answer);
    return holds ? EXIT.done : EXIT.no;
  });
}

interface Book {
  biller: string;
  currency: string;
  entries: number;
  postings: number;
  receivableMinor: number;
}

async function countBooks(ctx: Ctx): Promise<Book[]> {
  const rows = await ctx.em.fork().execute<Record<keyof Book, string>[]>(`
    select b.slug as biller, e.currency, count(distinct e.id) as entries, count(g.entry_id) as postings,
      coalesce(sum(g.minor) filter (where g.account = 'receivable'), 0) as "receivableMinor"
    from journal_entry e
    join biller b on b.id = e.biller_id
    left join posting g on g.biller_id = e.biller_id and g.entry_id = e.id
    group by b.slug, e.currency order by b.slug, e.currency`);
  return rows.map(({ biller, currency, ...counts }) => ({
    biller,
    currency,
    entries: Number(counts.entries),
    postings: Number(counts.postings),
    receivableMinor: Number(counts.receivableMinor),
  }));
}

function describe(books: Book[], checks: CheckResult[], holds: boolean): string {
  const lines = books.map(({ biller, currency, entries, postings, receivableMinor }) => {
    const owed = (receivableMinor / 100).toFixed(2);
    return `${biller}, ${currency}: ${entries} entries, ${postings} postings, ${owed} receivable`;
  });
  lines.push(...describeChecks(checks));
  lines.push(holds ? 'The ledger holds.' : 'The ledger does not hold.');
  return `${lines.join('\n')}\n`;
}
