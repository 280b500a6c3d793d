import { Biller } from '@kvitt/db/biller/biller.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

export interface RefundOptions {
  by: string;
  reason: string;
  amount?: string;
  reopen?: boolean;
  json?: boolean;
}

/**
 * `refund make PAYMENT`: commits that all or a part of a payment goes back. The worker has the processor do it, at once
 * or, of a part, when the sale has settled; above the biller's limit a second person has to agree first.
 */
export async function makeRefund(paymentId: string, options: RefundOptions): Promise<ExitCode> {
  if (!isUuid(paymentId)) throw new CommandError(EXIT.no, `There is no payment ${paymentId}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const em = ctx.em.fork();
    const billers = await em.find(Biller, {});
    const payment = await em.findOne(Payment, {
      billerId: { $in: billers.map(({ id }) => id) },
      id: paymentId,
    });
    if (!payment) throw new CommandError(EXIT.no, `There is no payment ${paymentId}.`);
    const amount = options.amount === undefined ? undefined : fromDecimal(options.amount, payment.currency);
    if (options.amount !== undefined && !amount) {
      throw new CommandError(EXIT.usage, 'An amount is written as 12 or 12.50.');
    }
    const answer = await inTransaction(ctx, (tx) =>
      startRefund(tx, {
        billerId: payment.billerId,
        paymentId,
        refundId: tx.ids.next(),
        ...(amount && { amountMinor: amount.minor }),
        effect: options.reopen ? 'reopen' : 'allow',
        reason: options.reason,
        askedBy: options.by,
      }),
    );
    await writeAnswer(options.json ? `${JSON.stringify(answer)}\n` : `${describe(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

function describe(answer: Awaited<ReturnType<typeof startRefund>>): string {
  switch (answer.kind) {
    case 'refused':
      return `Nothing is given back: ${answer.refusal}.`;
    case 'waiting':
      return `Refund ${answer.refundId} waits for a second person: refund approve ${answer.refundId} --by PERSON`;
    case 'started':
      return `Refund ${answer.refundId} is on its way; a running worker gives it back.`;
  }
}
