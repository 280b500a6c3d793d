import type { EntityManager } from '@mikro-orm/postgresql';
import { PaymentMethod } from './payment-method.entity.ts';

/**
 * The way to pay that PAY charges: the account's default one; undefined where it keeps none, or where that one was closed
 * by its bank, which no text may offer to charge.
 */
export async function findDefaultMethod(
  em: EntityManager,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<PaymentMethod | undefined> {
  const chargeable = { isDefault: true, removedAt: null, closedAt: null };
  return (await em.findOne(PaymentMethod, { billerId, accountId, ...chargeable })) ?? undefined;
}
