import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What only shows beside the other rows and the accounts there are. */
export async function checkCustomers(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`insert into import_problem (line, field, value, code, expected)
    select line, 'number', number, 'REPEATED_IN_FILE', first_line::text
    from (select line, number, min(line) over (partition by number) as first_line from import_row
      where number is not null) r
    where line > first_line`.execute(db);
  await sql`insert into import_problem (line, field, value, code, expected)
    select r.line, 'number', r.number, 'ACCOUNT_OF_ANOTHER', c.number
    from import_row r
    join account a on a.biller_id = ${billerId} and a.number = r.number
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where c.number <> r.number`.execute(db);
}
