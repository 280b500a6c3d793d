import { gatherHandOver, layOutHandOver } from '@kvitt/flows/invoice/gather-hand-over';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findBill } from './find-bill.ts';
import { keepPaper } from './write-papers.ts';

/**
 * `bill handover NUMBER`: what goes along with a bill to whoever collects it; with `--to` it rests from then on, because it
 * is theirs to ask for.
 */
export async function handOverBill(
  number: string,
  options: { to?: string; by?: string; pdf?: string; biller?: string },
): Promise<ExitCode> {
  const { to, by = 'operator' } = options;
  return withContext({ isReadOnly: to === undefined }, async (ctx) => {
    const { billerId, id: invoiceId } = await findBill(ctx, number, options.biller);
    if (to !== undefined) {
      await inTransaction(ctx, (tx) =>
        holdInvoice(tx, { billerId, invoiceId, why: 'collection', note: to, by }),
      );
    }
    const pack = await gatherHandOver({ em: ctx.em.fork() }, { billerId, invoiceId });
    if (options.pdf) {
      return keepPaper(await writeRecordPdf(layOutHandOver(pack), ctx.clock.now()), options.pdf);
    }
    await writeAnswer(`${JSON.stringify(pack, null, 2)}\n`);
    return EXIT.done;
  });
}
