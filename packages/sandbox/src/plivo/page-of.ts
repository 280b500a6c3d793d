import type { ApiContext } from './guard-api.ts';

const largestPage = 20;

/**
 * The part of a list that `limit` (1 to 20) and `offset` of the query ask for, with the vendor's `meta` about it.
 * Refuses with the sentence of the 400.
 */
export function pageOf<Item>(
  c: ApiContext,
  items: readonly Item[],
): { meta: object; objects: Item[] } | { error: string } {
  const query = c.req.query();
  const limit = Number(query.limit || largestPage);
  const offset = Number(query.offset || 0);
  if (!(limit >= 1 && limit <= largestPage))
    return { error: `limit parameter is not from 1 to ${largestPage}` };
  if (!(offset >= 0)) return { error: 'offset parameter is not a number' };
  const pageAt = (at: number) =>
    `${c.req.path}?${new URLSearchParams({ ...query, limit: String(limit), offset: String(at) })}`;
  return {
    meta: {
      limit,
      offset,
      next: items.length > offset + limit ? pageAt(offset + limit) : null,
      previous: offset > 0 ? pageAt(Math.max(0, offset - limit)) : null,
      total_count: items.length,
    },
    objects: items.slice(offset, offset + limit),
  };
}
