import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What a campaign's text depends on, for one phone. */
export interface Recipient {
  phoneId: string;
  /** E.164. */
  phone: string;
  firstName: string;
  language: Language;
}

/** Loads phones with the owners of these accounts, as they are in this transaction; by the phone's id. */
export async function loadRecipients(
  em: EntityManager,
  billerId: string,
  phones: readonly { phoneId: string; accountId: string }[],
): Promise<Map<string, Recipient>> {
  if (phones.length === 0) return new Map();
  const { rows } = await sql<Recipient>`
    select p.id as "phoneId", p.e164 as phone, c.first_name as "firstName", c.language
    from unnest(${phones.map(({ phoneId }) => phoneId)}::uuid[], ${phones.map(({ accountId }) => accountId)}::uuid[])
      as t (phone_id, account_id)
    join phone p on p.biller_id = ${billerId} and p.id = t.phone_id
    join account a on a.biller_id = p.biller_id and a.id = t.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id`.execute(em.getKysely());
  return new Map(rows.map((row) => [row.phoneId, row]));
}
