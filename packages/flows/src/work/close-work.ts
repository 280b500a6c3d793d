import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

export type WorkAnswer =
  | { kind: 'closed' | 'taken' }
  /** There is no such item · somebody has closed it · a word on what came of it is missing. */
  | { kind: 'refused'; refusal: 'unknown' | 'closed-before' | 'no-reason' };

/**
 * Says that a piece of work is done, within the caller's transaction: who says so, and what came of it. Without `reason`
 * it only notes that `by` looks after it from now on.
 */
export async function closeWork(
  tx: TxCtx,
  order: { billerId: string; id: string; by: string; reason?: string },
): Promise<WorkAnswer> {
  const { billerId, id, by, reason } = order;
  if (reason?.trim() === '') return { kind: 'refused', refusal: 'no-reason' };
  const item = await tx.em.findOne(WorkItem, { billerId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!item) return { kind: 'refused', refusal: 'unknown' };
  if (item.closedAt) return { kind: 'refused', refusal: 'closed-before' };
  if (reason === undefined) item.owner = by;
  else Object.assign(item, { closedAt: tx.clock.now(), closedBy: by, reason });
  await tx.em.flush();
  return { kind: reason === undefined ? 'taken' : 'closed' };
}
