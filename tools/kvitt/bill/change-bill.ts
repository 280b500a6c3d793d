import { text } from 'node:stream/consumers';
import type { Currency } from '@kvitt/domain/money/money';
import { moveDueDate } from '@kvitt/flows/invoice/move-due-date';
import { type NewBill, readNewBill } from '@kvitt/flows/invoice/read-new-bill';
import { supersedeInvoice } from '@kvitt/flows/invoice/supersede-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findBill } from './find-bill.ts';

/** `bill move NUMBER --to DATE`: another due date, said by one of the biller's people. */
export async function moveBill(
  number: string,
  options: { to: string; by: string; biller?: string },
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, id: invoiceId } = await findBill(ctx, number, options.biller);
    const { to: toOn, by } = options;
    const answer = await inTransaction(ctx, (tx) =>
      moveDueDate(tx, { billerId, invoiceId, moveId: tx.ids.next(), toOn, by: `operator:${by}` }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

/** `bill replace NUMBER FILE`: another bill in the place of one. */
export async function replaceBill(
  number: string,
  file: string,
  options: { reason: string; by: string; biller?: string },
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, id: invoiceId, currency } = await findBill(ctx, number, options.biller);
    const bill = read(file, await text(openInput(file).stream), currency);
    const { reason, by } = options;
    const { description, dueOn, lines, ...rest } = bill;
    const answer = await inTransaction(ctx, (tx) =>
      supersedeInvoice(tx, {
        billerId,
        invoiceId,
        ...rest,
        reason,
        by,
        ...(lines.length > 0 && { lines }),
        ...(description !== undefined && { description }),
        ...(dueOn !== undefined && { dueOn }),
      }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

function read(file: string, json: string, currency: Currency): NewBill {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    throw new CommandError(EXIT.usage, `${file} is no JSON.`);
  }
  const reading = readNewBill(input, currency);
  if (reading.kind === 'read') return reading.bill;
  throw new CommandError(
    EXIT.no,
    reading.problems.map(({ pointer, message }) => `${pointer} ${message}`).join('\n'),
  );
}
