import { FIRST_ID } from '@kvitt/db/kit/first-id';
import type { Ctx, TxCtx } from './context.ts';
import { inTransaction } from './in-transaction.ts';

/** Where a look at rows in the order of their ids begins, and how many it takes. */
export interface Page {
  after: string;
  limit: number;
}

/**
 * Works through rows in the order of their ids, a page at a time and each page in a transaction of its own, so that however
 * many there are, locks are held for a page only. It ends with the first page that is not full.
 * @param act finds the rows of a page, does what is to be done with them, and gives them back
 */
export async function inPages(
  ctx: Ctx,
  limit: number,
  act: (tx: TxCtx, page: Page) => Promise<readonly { id: string }[]>,
): Promise<void> {
  for (let after = FIRST_ID; ; ) {
    const page = { after, limit };
    const rows = await inTransaction(ctx, (tx) => act(tx, page));
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = last.id;
  }
}
