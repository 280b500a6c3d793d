import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Accounts with bills that were issued by `today` and have not been announced: those after the account `after`, at most
 * `limit` of them, so that going through them all looks at each once.
 */
export async function findAccountsToAnnounce(
  em: EntityManager,
  billerId: string,
  today: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct account_id from invoice
    where biller_id = ${billerId} and announced_at is null and issued_on <= ${today} and account_id > ${after}
    order by account_id limit ${limit}`.execute(em.getKysely());
  return rows.map((row) => row.account_id);
}
