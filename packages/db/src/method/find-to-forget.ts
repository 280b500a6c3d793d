import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

const AT_ONCE = 20;

/**
 * Ways to pay that were removed and may still be in the processor's vault, the oldest first. A token that another account
 * still has is left there.
 */
export async function findToForget(
  em: EntityManager,
): Promise<{ billerId: string; id: string; vaultToken: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string; vaultToken: string }>`
    select m.biller_id as "billerId", m.id, m.vault_token as "vaultToken" from payment_method m
    where m.removed_at is not null and m.forgotten_at is null
      and not exists (select from payment_method o where o.vault_token = m.vault_token and o.removed_at is null)
    order by m.removed_at, m.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}
