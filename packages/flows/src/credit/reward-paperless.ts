import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { TxCtx } from '../kit/context.ts';
import { grantCredit } from './grant-credit.ts';

/**
 * Gives each account that a phone serves its credit for doing without paper, in the transaction in which its owner agreed to
 * that in writing: once in an account's life, whichever phone agrees first, and only where the biller gives one.
 */
export async function rewardPaperless(tx: TxCtx, of: { billerId: string; phoneId: string }): Promise<void> {
  const { billerId, phoneId } = of;
  // In the order of their ids, as whoever uses credits of several accounts locks them.
  const served = await tx.em.find(
    AccountPhone,
    { billerId, phoneId },
    { orderBy: { accountId: 'asc' }, refresh: true },
  );
  for (const { accountId } of served) {
    await grantCredit(tx, {
      billerId,
      accountId,
      creditId: tx.ids.derived(accountId, 'credit/paperless'),
      kind: 'paperless',
      reason: 'bills without paper',
      by: 'rules',
    });
  }
}
