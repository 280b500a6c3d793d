import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { type PricedItem, priceLines } from '@kvitt/domain/invoice/price-lines';
import { money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

const DAY_MS = 86_400_000;

export interface BillTraits {
  minor?: number;
  /** Negative where the bill is overdue. */
  dueInDays?: number;
  description?: string;
  /** What it is made of; with their tax they are the total, and `minor` is not looked at. */
  lines?: readonly PricedItem[];
  /** Yesterday where absent. */
  issuedDaysAgo?: number;
  /** Left to the biller's next morning. */
  isLeftToMorning?: boolean;
}

/** Issues a bill to each of the payers and announces them all, as the biller does in the morning. */
export async function billPayers(
  { biller, context }: Beside,
  payers: readonly Payer[],
  traits: BillTraits = {},
): Promise<void> {
  const ctx = context();
  const onDay = (days: number) =>
    localDate(new Date(ctx.clock.now().getTime() + days * DAY_MS), biller.timeZone);
  const { lines = [], issuedDaysAgo = 1 } = traits;
  const minor = lines.length > 0 ? priceLines(lines).totalMinor : (traits.minor ?? 7350);
  const billed = await ctx.em.count(Invoice);
  for (const [at, payer] of payers.entries()) {
    await inTransaction(ctx, (tx) =>
      issueInvoice(tx, {
        billerId: biller.id,
        accountId: payer.accountId,
        number: String(20_001 + billed + at),
        description: traits.description ?? 'Electricity, last month',
        total: money(minor, biller.currency),
        lines,
        issuedOn: onDay(-issuedDaysAgo),
        dueOn: onDay(traits.dueInDays ?? 6),
      }),
    );
  }
  if (!traits.isLeftToMorning)
    // On the clock of the wall: who has asked for their bill gets it at any hour.
    await announceBills(ctx, { billerId: biller.id, askedAt: ctx.clock.now() });
}
