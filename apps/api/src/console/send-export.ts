import { noteAct } from '@kvitt/flows/agent/note-act';
import type { Ctx, TxCtx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { writeRows } from '@kvitt/flows/report/write-rows';
import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { limitToBiller, type SignedIn } from '../kit/session.ts';
import { EXPORTS, type Exported } from './export-rows.ts';

/** Rows per look at the database: no transaction stands open while somebody's line takes the file in. */
const PAGE = 1_000;

/**
 * `/console/exports/{table}.csv?asked={JSON}`: all rows that a view counts, as they are read. Who took what away stands in
 * the audit table before the first of them leaves.
 */
export async function sendExport(c: Context, unlimited: Ctx, agent: SignedIn): Promise<Response> {
  const [, name = ''] = /^([a-z]+)\.csv$/.exec(c.req.param('file') ?? '') ?? [];
  const table = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
  if (!table) return c.json({ refusal: 'NO_SUCH_TABLE' }, 404);
  if (!table.roles.includes(agent.role)) return c.json({ refusal: 'FORBIDDEN' }, 403);
  const asked = c.req.query('asked') ?? '{}';
  const pageOf = table.read(readJson(asked));
  if (!pageOf) return c.json({ refusal: 'NOT_A_VIEW' }, 400);
  const ctx = limitToBiller(unlimited, agent.billerId);
  await inTransaction(ctx, (tx) => noteAct(tx, agent, `export.${name}`, { detail: asked.slice(0, 300) }));
  c.header('content-type', 'text/csv; charset=utf-8');
  c.header('content-disposition', `attachment; filename="${name}.csv"`);
  return stream(c, async (to) => {
    for await (const piece of writeRows(table.columns, readPages(ctx, agent.billerId, pageOf))) {
      if (to.aborted) return;
      await to.write(piece);
    }
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type PageOf = NonNullable<ReturnType<Exported['read']>>;

/** Page by page behind a place, each in a transaction of its own. */
async function* readPages(ctx: Ctx, billerId: string, pageOf: PageOf) {
  for (let after: Record<string, string> | undefined; ; ) {
    const asked = { billerId, after, most: PAGE };
    const { rows, last } = await inTransaction(ctx, (tx: TxCtx) => pageOf(tx, asked));
    yield rows;
    if (!last || rows.length < PAGE) return;
    after = last;
  }
}
