import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { WebJoin } from '@kvitt/db/enrollment/web-join.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/**
 * Joins a phone that has just said yes to the account for which it was asked on a page, in the transaction in which it
 * did. An account's first phone is its primary one; a later one takes nothing from those that serve it already.
 */
export async function noteJoin(tx: TxCtx, billerId: string, phoneId: string): Promise<void> {
  const at = tx.clock.now();
  const [join] = await tx.em.find(
    WebJoin,
    { billerId, phoneId, joinedAt: null, expiresAt: { $gt: at } },
    { orderBy: { askedAt: 'desc' }, limit: 1, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!join) return;
  const { accountId } = join;
  const hasPrimary = await tx.em.count(AccountPhone, { billerId, accountId, role: 'primary' });
  const role = hasPrimary > 0 ? 'other' : 'primary';
  await insertOnce(tx.em, AccountPhone, { billerId, accountId, phoneId, role, since: at });
  join.joinedAt = at;
  await tx.em.flush();
}
