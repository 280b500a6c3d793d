import { money } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Credit } from './credit.entity.ts';

/** The oldest money that some accounts paid beyond what was due and of which nobody has decided; undefined where none is. */
export async function findOverpaid(
  em: EntityManager,
  billerId: string,
  accountIds: readonly string[],
): Promise<{ creditId: string; amount: ReturnType<typeof money> } | undefined> {
  const [credit] = await em.find(
    Credit,
    { billerId, accountId: { $in: [...accountIds] }, kind: 'overpayment', keptAt: null, endedAt: null },
    { orderBy: { grantedAt: 'asc', id: 'asc' }, limit: 1, refresh: true },
  );
  return credit && { creditId: credit.id, amount: money(credit.amountMinor, credit.currency) };
}
