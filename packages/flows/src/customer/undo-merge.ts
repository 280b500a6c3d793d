import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { CustomerMerge } from '@kvitt/db/customer/customer-merge.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type UndoMergeAnswer =
  | { kind: 'undone' }
  /** The one that was kept has gone into another since: that is undone first. */
  | { kind: 'refused'; refusal: 'NO_SUCH_MERGE' | 'UNDONE_ALREADY' | 'MERGED_SINCE' };

/**
 * Takes a merge back, within the caller's transaction: the accounts that went over by it are the first customer's again,
 * with all that has happened to them since.
 */
export async function undoMerge(tx: TxCtx, actor: Actor, mergeId: string): Promise<UndoMergeAnswer> {
  const { billerId } = actor;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const merge = await tx.em.findOne(CustomerMerge, { billerId, id: mergeId }, lock);
  if (!merge) return { kind: 'refused', refusal: 'NO_SUCH_MERGE' };
  if (merge.undoneAt) return { kind: 'refused', refusal: 'UNDONE_ALREADY' };
  const { fromId, intoId, accountIds } = merge;
  const kept = await tx.em.findOneOrFail(Customer, { billerId, id: intoId }, lock);
  if (kept.mergedIntoId) return { kind: 'refused', refusal: 'MERGED_SINCE' };
  await tx.em.nativeUpdate(Account, { billerId, id: { $in: accountIds } }, { customerId: fromId });
  await tx.em.nativeUpdate(Customer, { billerId, id: fromId }, { mergedIntoId: null });
  const undone = { undoneAt: tx.clock.now(), undoneBy: actor.name };
  await tx.em.nativeUpdate(CustomerMerge, { billerId, id: mergeId }, undone);
  await noteAct(tx, actor, 'customer.parted', { subject: 'customer', subjectId: intoId, detail: fromId });
  return { kind: 'undone' };
}
