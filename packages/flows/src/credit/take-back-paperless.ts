import { Credit } from '@kvitt/db/credit/credit.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { TxCtx } from '../kit/context.ts';
import { endCredit } from './end-credit.ts';

const DAY_MS = 86_400_000;

/**
 * Takes back what is left of the credit for doing without paper of accounts that take it again, within the caller's
 * transaction, where that is sooner than the biller's rules say. Later it is theirs to keep.
 */
export async function takeBackPaperless(
  tx: TxCtx,
  of: { billerId: string; accountIds: readonly string[] },
): Promise<void> {
  const { billerId, accountIds } = of;
  const { credit: rules } = await loadMoneyRules(tx.em, billerId);
  const since = new Date(tx.clock.now().getTime() - rules.paperlessKeepDays * DAY_MS);
  const credits = await tx.em.find(Credit, {
    billerId,
    accountId: { $in: [...accountIds] },
    kind: 'paperless',
    endedAt: null,
    grantedAt: { $gt: since },
  });
  for (const { id: creditId } of credits) {
    await endCredit(tx, { billerId, creditId, as: 'taken-back', by: 'rules' });
  }
}
