import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Sets the language of the customers whose accounts a phone serves. */
export async function setLanguage(
  em: EntityManager,
  { billerId, phoneId }: { billerId: string; phoneId: string },
  language: Language,
): Promise<void> {
  await sql`
    update customer c set language = ${language}
    from account a join account_phone s on s.biller_id = a.biller_id and s.account_id = a.id
    where a.biller_id = ${billerId} and s.phone_id = ${phoneId} and c.biller_id = a.biller_id and c.id = a.customer_id
      and c.language <> ${language}`.execute(em.getKysely());
}
