import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Tells the console of a call when the link that was texted during it is opened. */
export async function tellCall(em: EntityManager, billerId: string, linkId: string): Promise<void> {
  await sql`
    select pg_notify('kvitt_live', l.biller_id || ' enrollment ' || substr(m.cause, length('enrollment-card/') + 1))
    from portal_link l join message m on m.biller_id = l.biller_id and m.id = l.message_id
    where l.biller_id = ${billerId} and l.id = ${linkId} and m.cause like 'enrollment-card/%'`.execute(
    em.getKysely(),
  );
}
