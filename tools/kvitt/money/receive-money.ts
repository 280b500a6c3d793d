import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import { localDate } from '@kvitt/domain/time/local-date';
import { receiveOutside } from '@kvitt/flows/credit/receive-outside';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `receive ACCOUNT`: books money that came in by bank or cheque; of an unknown account it becomes work for a person. */
export async function receiveMoney(
  account: string,
  options: {
    amount: string;
    reference: string;
    by: string;
    on?: string;
    biller?: string;
    json?: boolean;
  },
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet.');
    const { id: billerId, currency, timeZone } = biller;
    const amount = fromDecimal(options.amount, currency);
    if (!amount) throw new CommandError(EXIT.usage, '--amount is a number such as 84.20.');
    const answer = await inTransaction(ctx, (tx) =>
      receiveOutside(tx, {
        billerId,
        account,
        amountMinor: amount.minor,
        currency,
        reference: options.reference,
        receivedOn: options.on ?? localDate(tx.clock.now(), timeZone),
        by: options.by,
      }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'received' ? EXIT.done : EXIT.no;
  });
}
