import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A phone with whose it is; nobody's where it was taken off its accounts. */
export interface FoundPhone {
  id: string;
  e164: string;
  customers: { id: string; name: string; account: string }[];
}

/** Fewer digits are in too many numbers. */
const LEAST_DIGITS = 4;

/** A biller's phones with these digits in their number, those that end so first; also such as serve no account any more. */
export async function findPhones(
  em: EntityManager,
  of: { billerId: string; digits: string; limit: number },
): Promise<FoundPhone[]> {
  const { billerId, digits, limit } = of;
  if (digits.length < LEAST_DIGITS) return [];
  const { rows } = await sql<FoundPhone>`
    select p.id, p.e164, ${customersOf()} as customers
    from phone p where p.biller_id = ${billerId} and p.e164 like ${`%${digits}%`}
    order by (p.e164 like ${`%${digits}`}) desc, p.e164 limit ${limit}`.execute(em.getKysely());
  return rows;
}

/** One phone by its id; undefined where the biller has none of it. */
export async function findPhone(
  em: EntityManager,
  billerId: string,
  phoneId: string,
): Promise<FoundPhone | undefined> {
  const { rows } = await sql<FoundPhone>`
    select p.id, p.e164, ${customersOf()} as customers
    from phone p where p.biller_id = ${billerId} and p.id = ${phoneId}`.execute(em.getKysely());
  return rows[0];
}

function customersOf() {
  return sql`(select coalesce(json_agg(json_build_object('id', c.id, 'name', c.first_name || ' ' || c.last_name,
      'account', a.number) order by a.number), '[]')
    from account_phone ap join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where ap.biller_id = p.biller_id and ap.phone_id = p.id)`;
}
