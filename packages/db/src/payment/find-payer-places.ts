import { placeOf } from '@kvitt/domain/consent/policy/place-of';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Where a payer may be: `US-TX`, `SE`; nothing where nothing tells. And the zone that they keep. */
export interface PayerPlaces {
  places: readonly string[];
  timeZone: string;
}

/**
 * Everywhere the payers of some accounts may be, as far as rules about fees go: by the customer's address and by each of
 * the account's phones, all of it at once. Nothing for an account of which nothing tells.
 * @returns by the account's id
 */
export async function findPayerPlaces(
  em: EntityManager,
  billerId: string,
  accountIds: readonly string[],
): Promise<Map<string, PayerPlaces>> {
  const { rows } = await sql<Row>`
    select a.id as "accountId", c.postal_code as "postalCode", c.region, c.time_zone as "timeZone",
      array(select p.e164 from account_phone s join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
        where s.biller_id = a.biller_id and s.account_id = a.id order by p.e164) as phones
    from account a join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where a.biller_id = ${billerId} and a.id = any(${[...accountIds]}::uuid[])`.execute(em.getKysely());
  return new Map(
    rows.map(({ accountId, postalCode, region, timeZone, phones }) => {
      const address = { postalCode: postalCode ?? undefined, region: region ?? undefined };
      const places = phones.flatMap((phone) => placeOf({ phone, ...address }).jur);
      return [accountId, { places: [...new Set(places)], timeZone }];
    }),
  );
}

interface Row {
  accountId: string;
  postalCode: string | null;
  region: string | null;
  timeZone: string;
  phones: string[];
}
