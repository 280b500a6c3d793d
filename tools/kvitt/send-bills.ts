import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findBiller } from './find-biller.ts';
import { notice } from './notice.ts';
import { type Outbox, waitForOutbox } from './wait-for-outbox.ts';
import { withContext } from './with-context.ts';
import { writeAnswer } from './write-answer.ts';

export interface SendOptions {
  biller?: string;
  /** `YYYY-MM-DD` to take for today. */
  today?: string;
  wait?: boolean;
  json?: boolean;
}

/**
 * `bill send`: announces the bills that are out and have not been announced, by texts in the outbox. The worker sends
 * them, at the rate that the carrier grants the number.
 */
export async function sendBills(options: SendOptions): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const { today } = options;
    const answer = await announceBills(ctx, { billerId: biller.id, ...(today && { asOf: today }) });
    const outbox = await readOutbox(ctx, biller.id);
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ biller: biller.slug, ...answer, waiting: outbox.waiting })}\n`);
    } else {
      const skipped = answer.skipped
        .map(({ reason, count }) => `, ${count} without a text (${reason})`)
        .join('');
      await writeAnswer(
        `${answer.announced} bills announced: ${answer.texts} texts in the outbox${skipped}.\n`,
      );
    }
    if (outbox.waiting === 0) return EXIT.done;
    if (options.wait) return waitForOutbox(() => readOutbox(ctx, biller.id));
    const seconds = Math.ceil(outbox.waiting / outbox.perSecond);
    notice(
      `${outbox.waiting} texts wait. A running worker sends them in about ${seconds} s; without one they wait for the next \`npm start\`.`,
    );
    return EXIT.done;
  });
}

async function readOutbox(ctx: Ctx, billerId: string): Promise<Outbox> {
  const [row] = await ctx.em.fork().execute<{ waiting: string; rate: number | null }[]>(
    `select (select count(*) from message where biller_id = ? and state in ('queued', 'sending')) as waiting,
      (select sum(per_second) from sender where biller_id = ? and paused_at is null) as rate`,
    [billerId, billerId],
  );
  return { waiting: Number(row?.waiting ?? 0), perSecond: Number(row?.rate) || 1 };
}
