import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { type Outbox, waitForOutbox } from './wait-for-outbox.ts';

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
      await writeAnswer(
        `${JSON.stringify({ biller: biller.slug, ...answer, waiting: outbox.waiting, deferred: outbox.deferred.count, deferredUntil: outbox.deferred.first ?? null })}\n`,
      );
    } else {
      const skipped = answer.skipped
        .map(({ reason, count }) => `, ${count} without a text (${reason})`)
        .join('');
      await writeAnswer(
        `${answer.announced} bills announced: ${answer.texts} texts in the outbox${skipped}.\n`,
      );
    }
    tellDeferred(outbox.deferred, biller.timeZone);
    if (outbox.waiting === 0) return EXIT.done;
    if (options.wait) return waitForOutbox(() => readOutbox(ctx, biller.id));
    const seconds = Math.ceil(outbox.waiting / outbox.perSecond);
    notice(
      `${outbox.waiting} texts wait. A running worker sends them in about ${seconds} s; without one they wait for the next \`npm start\`.`,
    );
    return EXIT.done;
  });
}

async function readOutbox(ctx: Ctx, billerId: string): Promise<Outbox & { deferred: Deferred }> {
  const now = ctx.clock.now();
  const [row] = await ctx.em
    .fork()
    .execute<
      { waiting: string; rate: number | null; deferred: string; first: string | null; last: string | null }[]
    >(
      `select count(*) filter (where state = 'sending' or deferred_until is null or deferred_until <= ?) as waiting,
      count(*) filter (where state = 'queued' and deferred_until > ?) as deferred,
      min(deferred_until) filter (where state = 'queued' and deferred_until > ?) as first,
      max(deferred_until) filter (where state = 'queued' and deferred_until > ?) as last,
      (select sum(per_second) from sender where biller_id = ? and paused_at is null) as rate
    from message where biller_id = ? and state in ('queued', 'sending')`,
      [now, now, now, now, billerId, billerId],
    );
  const deferred = {
    count: Number(row?.deferred ?? 0),
    first: row?.first ? new Date(row.first) : undefined,
    last: row?.last ? new Date(row.last) : undefined,
  };
  return { waiting: Number(row?.waiting ?? 0), perSecond: Number(row?.rate) || 1, deferred };
}

/** Texts that the rules of contact let go later. */
interface Deferred {
  count: number;
  first: Date | undefined;
  last: Date | undefined;
}

/** Said in the biller's own time: it is they who ask why nothing arrives. */
function tellDeferred({ count, first, last }: Deferred, timeZone: string): void {
  if (count === 0 || !first || !last) return;
  const say = (at: Date) =>
    at.toLocaleString('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
  const when = first.getTime() === last.getTime() ? say(first) : `${say(first)} to ${say(last)}`;
  notice(
    `${count} texts wait for the hours at which their customers may be texted: until ${when} (${timeZone}). \`policy explain\` says why.`,
  );
}
