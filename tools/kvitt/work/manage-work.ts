import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { closeWork } from '@kvitt/flows/work/close-work';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { isUuid } from '../is-uuid.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { writeLines } from '../write-lines.ts';

/** `work list`: what people have to look at, oldest first; with `--all` also what they have closed. */
export async function listWork(options: {
  all?: boolean;
  biller?: string;
  json?: boolean;
}): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const items = biller
      ? await ctx.em
          .fork()
          .find(
            WorkItem,
            { billerId: biller.id, ...(!options.all && { closedAt: null }) },
            { orderBy: { openedAt: 'asc', id: 'asc' } },
          )
      : [];
    const lines = items.map((item) => (options.json ? JSON.stringify(item) : describe(item)));
    await writeLines(lines, 'Nothing waits for a person.');
    return EXIT.done;
  });
}

function describe({
  id,
  kind,
  subject,
  about,
  owner,
  openedAt,
  closedAt,
  closedBy,
  reason,
}: WorkItem): string {
  const state = closedAt ? `closed by ${closedBy}: ${reason}` : owner ? `with ${owner}` : 'nobody’s';
  return `${id}  ${openedAt.toISOString().slice(0, 10)}  ${kind}  ${subject}  ${about}  ${state}`;
}

/** `work take ID`, `work close ID`: says who looks after it, or that it is done and what came of it. */
export async function changeWork(
  id: string,
  options: { by: string; reason?: string; biller?: string },
): Promise<ExitCode> {
  if (!isUuid(id)) throw new CommandError(EXIT.no, `There is no work ${id}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, `There is no work ${id}.`);
    const { by, reason } = options;
    const answer = await inTransaction(ctx, (tx) =>
      closeWork(tx, { billerId: biller.id, id, by, ...(reason !== undefined && { reason }) }),
    );
    await writeAnswer(`${JSON.stringify(answer)}\n`);
    return answer.kind === 'refused' ? EXIT.no : EXIT.done;
  });
}
