import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Puts a tag on a customer, or takes it off; says whether that changed anything. */
export async function changeCustomerTag(
  em: EntityManager,
  { billerId, customerId }: { billerId: string; customerId: string },
  { tag, isOn, at }: { tag: string; isOn: boolean; at: Date },
): Promise<boolean> {
  const { rows } = await (isOn
    ? sql`insert into customer_tag (biller_id, customer_id, tag, since)
        values (${billerId}, ${customerId}, ${tag}, ${at.toISOString()}) on conflict do nothing returning 1`
    : sql`delete from customer_tag where biller_id = ${billerId} and customer_id = ${customerId} and tag = ${tag} returning 1`
  ).execute(em.getKysely());
  return rows.length > 0;
}
