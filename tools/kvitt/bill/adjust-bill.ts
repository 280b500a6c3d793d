import { MANUAL_ADJUSTMENTS, type ManualAdjustment } from '@kvitt/domain/invoice/adjustment';
import { HOLD_REASONS, type HoldReason } from '@kvitt/domain/invoice/hold';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { releaseInvoice } from '@kvitt/flows/invoice/release-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findBill } from './find-bill.ts';

export interface AdjustOptions {
  kind: string;
  amount: string;
  reason: string;
  by: string;
  biller?: string;
}

/** `bill adjust NUMBER`: a credit note, a write-off or its reversal, a waived fee, a small difference. */
export async function adjustBill(number: string, options: AdjustOptions): Promise<ExitCode> {
  const kind = oneOf<ManualAdjustment>(options.kind, MANUAL_ADJUSTMENTS, 'kind');
  return withContext({ isReadOnly: false }, async (ctx) => {
    const invoice = await findBill(ctx, number, options.biller);
    const amount = fromDecimal(options.amount, invoice.currency);
    if (!amount) throw new CommandError(EXIT.usage, 'An amount is written as 12 or 12.50.');
    const answer = await inTransaction(ctx, (tx) =>
      adjustInvoice(tx, {
        billerId: invoice.billerId,
        invoiceId: invoice.id,
        adjustmentId: tx.ids.next(),
        kind,
        amountMinor: amount.minor,
        reason: options.reason,
        by: options.by,
      }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

/** `bill hold NUMBER`: lets a bill rest; with `--release` ends that. */
export async function holdBill(
  number: string,
  options: { why?: string; note?: string; by: string; until?: string; release?: boolean; biller?: string },
): Promise<ExitCode> {
  const why = options.release ? undefined : oneOf<HoldReason>(options.why ?? '', HOLD_REASONS, 'why');
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, id: invoiceId } = await findBill(ctx, number, options.biller);
    const { by, until, note = '' } = options;
    const done = await inTransaction<number | { holdId: string }>(ctx, (tx) =>
      why
        ? holdInvoice(tx, { billerId, invoiceId, why, note, by, ...(until && { endsOn: until }) })
        : releaseInvoice(tx, { billerId, invoiceId, by }),
    );
    await writeAnswer(`${JSON.stringify(typeof done === 'number' ? { released: done } : done)}\n`);
    return EXIT.done;
  });
}

function oneOf<T extends string>(word: string, known: readonly T[], what: string): T {
  const found = known.find((one) => one === word);
  if (!found) throw new CommandError(EXIT.usage, `--${what} is one of ${known.join(', ')}.`);
  return found;
}
