import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The dates of a biller's bills that are due from `from` to `until`, each pair once; `YYYY-MM-DD`. */
export async function listDueDates(
  em: EntityManager,
  billerId: string,
  { from, until }: { from: string; until: string },
): Promise<{ issuedOn: string; dueOn: string }[]> {
  const { rows } = await sql<{ issuedOn: string; dueOn: string }>`
    select distinct issued_on::text as "issuedOn", due_on::text as "dueOn" from invoice
    where biller_id = ${billerId} and due_on between ${from}::date and ${until}::date`.execute(
    em.getKysely(),
  );
  return rows;
}
