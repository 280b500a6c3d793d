import { Biller } from '@kvitt/db/biller/biller.entity';
import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import { answerDispute } from '@kvitt/flows/dispute/answer-dispute';
import { gatherEvidence } from '@kvitt/flows/dispute/gather-evidence';
import { layOutEvidence } from '@kvitt/flows/dispute/lay-out-evidence';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { Evidence } from '@kvitt/payments/payments-port';
import { writeRecordPdf } from '@kvitt/pdf/write-record-pdf';
import { keepPaper } from '../bill/write-papers.ts';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { isUuid } from '../is-uuid.ts';
import { openProcessor } from '../money/open-processor.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { writeLines } from '../write-lines.ts';

/** `dispute list`: those that are not decided, the most urgent first; with `--all` all of them. */
export async function listDisputes(options: {
  all?: boolean;
  biller?: string;
  json?: boolean;
}): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const open = options.all ? {} : { decidedAt: null };
    const disputes = biller
      ? await ctx.em
          .fork()
          .find(Dispute, { billerId: biller.id, ...open }, { orderBy: { replyBy: 'asc', id: 'asc' } })
      : [];
    const lines = disputes.map((dispute) => (options.json ? JSON.stringify(dispute) : describe(dispute)));
    await writeLines(lines, 'There are no disputes to answer.');
    return EXIT.done;
  });
}

function describe({ id, state, amountMinor, currency, reason, replyBy, paymentId }: Dispute): string {
  const amount = `${toDecimal(money(amountMinor, currency))} ${currency}`;
  return `${id}  ${state}  ${amount}  ${reason}  answer by ${replyBy ?? 'no day'}  payment ${paymentId}`;
}

/** `dispute evidence ID`: everything on record, as JSON; with `--pdf` as a paper beside it. */
export async function showEvidence(id: string, options: { pdf?: string } = {}): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const pack = await gatherEvidence({ em: ctx.em.fork() }, await findDispute(ctx, id));
    if (options.pdf)
      return keepPaper(await writeRecordPdf(layOutEvidence(pack), ctx.clock.now()), options.pdf);
    await writeAnswer(`${JSON.stringify(pack, null, 2)}\n`);
    return EXIT.done;
  });
}

/** `dispute submit ID` sends the evidence to the bank; `dispute accept ID` gives in. Neither can be taken back. */
export async function decideDispute(
  id: string,
  options: { by: string; isAccepted: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (opened) => {
    const ctx = { ...opened, payments: openProcessor() };
    const key = await findDispute(ctx, id);
    const evidence = options.isAccepted ? undefined : await packEvidence(ctx, key);
    const answer = await answerDispute(ctx, { ...key, by: options.by, ...(evidence && { evidence }) });
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    if (answer.kind === 'unknown') return EXIT.unreachable;
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}

/** The statements, and the whole of it as the document that goes to the bank with them. */
async function packEvidence(ctx: Ctx, key: { billerId: string; disputeId: string }): Promise<Evidence> {
  const pack = await gatherEvidence({ em: ctx.em.fork() }, key);
  const bytes = await writeRecordPdf(layOutEvidence(pack), ctx.clock.now());
  return { texts: pack.statements, document: { name: 'evidence.pdf', bytes } };
}

async function findDispute(ctx: Ctx, id: string): Promise<{ billerId: string; disputeId: string }> {
  const em = ctx.em.fork();
  const billers = isUuid(id) ? await em.find(Biller, {}) : [];
  const dispute =
    billers.length > 0 &&
    (await em.findOne(Dispute, { billerId: { $in: billers.map((one) => one.id) }, id }));
  if (!dispute) throw new CommandError(EXIT.no, `There is no dispute ${id}.`);
  return { billerId: dispute.billerId, disputeId: dispute.id };
}
