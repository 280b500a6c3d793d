import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Where the owner of a phone lives: by it their days and hours are counted, whichever of their accounts a text is about. */
export interface Home {
  timeZone: string;
  region: string;
  postalCode: string;
  /** E.164. */
  phone: string;
}

/** The whereabouts of a phone's oldest account; undefined where it serves none. */
export async function findHome(
  em: EntityManager,
  key: { billerId: string; phoneId: string },
): Promise<Home | undefined> {
  const { rows } = await sql<Home>`
    select c.time_zone as "timeZone", coalesce(c.region, '') as region, coalesce(c.postal_code, '') as "postalCode",
      p.e164 as phone
    from account_phone s
    join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
    join account a on a.biller_id = s.biller_id and a.id = s.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where s.biller_id = ${key.billerId} and s.phone_id = ${key.phoneId}
    order by a.created_at, a.id limit 1`.execute(em.getKysely());
  return rows[0];
}
