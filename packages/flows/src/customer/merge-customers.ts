import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { CustomerMerge } from '@kvitt/db/customer/customer-merge.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type MergeAnswer =
  | { kind: 'merged'; mergeId: string; accounts: number }
  | {
      kind: 'refused';
      /** One of the two has gone into another already. */
      refusal: 'NO_SUCH_CUSTOMER' | 'SAME_CUSTOMER' | 'MERGED_ALREADY';
    };

/**
 * Makes one customer of two who are one person, within the caller's transaction: the accounts of the one go over to the
 * other, with their phones, bills, payments and agreements, none of which changes. Consents are the phones' own and stay as
 * they stand. Name, language and time zone are those of the one that is kept. What went over is written down, so that it
 * can be undone.
 * @param order.mergeId made by whoever asks: the same ask merges once
 */
export async function mergeCustomers(
  tx: TxCtx,
  actor: Actor,
  order: { mergeId: string; fromId: string; intoId: string; reason: string },
): Promise<MergeAnswer> {
  const { billerId } = actor;
  const { mergeId, fromId, intoId, reason } = order;
  if (fromId === intoId) return { kind: 'refused', refusal: 'SAME_CUSTOMER' };
  // Always in one order, so that two people who merge the same two the other way round do not wait for each other.
  const both = await tx.em.find(
    Customer,
    { billerId, id: { $in: [fromId, intoId] } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (both.length < 2) return { kind: 'refused', refusal: 'NO_SUCH_CUSTOMER' };
  const before = await tx.em.findOne(CustomerMerge, { billerId, id: mergeId });
  if (before) return { kind: 'merged', mergeId, accounts: before.accountIds.length };
  if (both.some(({ mergedIntoId }) => mergedIntoId)) return { kind: 'refused', refusal: 'MERGED_ALREADY' };
  const accounts = await tx.em.find(Account, { billerId, customerId: fromId }, { orderBy: { id: 'asc' } });
  const accountIds = accounts.map(({ id }) => id);
  await tx.em.nativeUpdate(Account, { billerId, id: { $in: accountIds } }, { customerId: intoId });
  await tx.em.nativeUpdate(Customer, { billerId, id: fromId }, { mergedIntoId: intoId });
  await tx.em.insert(CustomerMerge, {
    ...{ billerId, id: mergeId, fromId, intoId, accountIds, reason },
    madeBy: actor.name,
    madeAt: tx.clock.now(),
    undoneAt: null,
    undoneBy: null,
  });
  await noteAct(tx, actor, 'customer.merged', { subject: 'customer', subjectId: intoId, detail: fromId });
  return { kind: 'merged', mergeId, accounts: accountIds.length };
}
