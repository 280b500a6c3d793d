import { Biller } from '@kvitt/db/biller/biller.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { approveRefund } from '@kvitt/flows/refund/approve-refund';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { isUuid } from '../is-uuid.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `refund approve ID`: a second person agrees to a refund above the limit, or turns it down by `--turn-down`. */
export async function decideRefund(
  refundId: string,
  options: { by: string; turnDown?: boolean; json?: boolean },
): Promise<ExitCode> {
  if (!isUuid(refundId)) throw new CommandError(EXIT.no, `There is no refund ${refundId}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const em = ctx.em.fork();
    const billers = await em.find(Biller, {});
    const refund = await em.findOne(Refund, { billerId: { $in: billers.map(({ id }) => id) }, id: refundId });
    if (!refund) throw new CommandError(EXIT.no, `There is no refund ${refundId}.`);
    const answer = await inTransaction(ctx, (tx) =>
      approveRefund(tx, {
        billerId: refund.billerId,
        refundId,
        by: options.by,
        isAgreed: options.turnDown !== true,
      }),
    );
    const words = answer.kind === 'refused' ? `Nothing has changed: ${answer.refusal}.` : `${answer.kind}.`;
    await writeAnswer(options.json ? `${JSON.stringify(answer)}\n` : `${words}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}
