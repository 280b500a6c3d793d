import type { TxCtx } from '../kit/context.ts';
import { type LinkOrder, makeLinks } from './make-links.ts';

/** Makes an address that opens one bill, within the caller's transaction; gives the whole of it. */
export async function makeLink(tx: TxCtx, order: LinkOrder): Promise<string> {
  const [link] = await makeLinks(tx, [order]);
  if (link === undefined) throw new Error('an order for a link makes a link');
  return link;
}
