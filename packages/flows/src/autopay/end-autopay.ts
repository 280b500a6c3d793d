import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { TxCtx } from '../kit/context.ts';
import { moveAutopay } from './move-autopay.ts';

/**
 * Ends autopay on every account of a phone that texted so, within the caller's transaction: which of them was meant is not
 * asked, because nothing is lost by switching one on again, and something is by charging one that was meant.
 */
export async function endAutopay(
  tx: TxCtx,
  text: { billerId: string; phoneId: string; id: string },
): Promise<void> {
  const { billerId, phoneId, id: messageId } = text;
  const accounts = await tx.em.find(AccountPhone, { billerId, phoneId }, { orderBy: { accountId: 'asc' } });
  for (const { accountId } of accounts) {
    await moveAutopay(tx, { billerId, accountId, to: 'off', by: 'customer', messageId });
  }
}
