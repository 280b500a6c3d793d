import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Where some customers are, as far as it is known: what decides on their days and hours. All of one place share these. */
export interface PlaceKey {
  timeZone: string;
  region: string;
  postalCode: string;
  /** The beginning of the phone's number, country and area. */
  prefix: string;
}

/** A place with one phone of it, E.164; empty where its accounts have none. */
export interface FoundPlace extends PlaceKey {
  samplePhone: string;
}

/** In North America the three digits after the country's name an area, and with it a state; elsewhere the country must do. */
export const PHONE_PREFIX = sql<string>`coalesce(left(p.e164, case when p.e164 like '+1%' then 5 else 4 end), '')`;

/** The places of a biller's customers: few, however many customers there are. */
export async function findPlaces(em: EntityManager, billerId: string): Promise<FoundPlace[]> {
  const { rows } = await sql<FoundPlace>`
    select c.time_zone as "timeZone", coalesce(c.region, '') as region, coalesce(c.postal_code, '') as "postalCode",
      ${PHONE_PREFIX} as prefix, coalesce(min(p.e164), '') as "samplePhone"
    from account a
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    left join account_phone s on s.biller_id = a.biller_id and s.account_id = a.id and s.role = 'primary'
    left join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
    where a.biller_id = ${billerId}
    group by 1, 2, 3, 4`.execute(em.getKysely());
  return rows;
}
