import { type Money, money } from '@kvitt/domain/money/money';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Biller } from '../biller/biller.entity.ts';
import { loadMoneyRules } from '../payment/load-money-rules.ts';
import { Credit } from './credit.entity.ts';

/** What an account would be credited for doing without paper; undefined where the biller gives nothing, or it had it once. */
export async function findPaperlessCredit(
  em: EntityManager,
  billerId: string,
  accountId: string,
): Promise<Money | undefined> {
  const { paperlessMinor } = (await loadMoneyRules(em, billerId)).credit;
  if (paperlessMinor <= 0) return undefined;
  if ((await em.count(Credit, { billerId, accountId, kind: 'paperless' })) > 0) return undefined;
  const { currency } = await em.findOneOrFail(Biller, { id: billerId });
  return money(paperlessMinor, currency);
}
