import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** When wrong passwords were tried for an address, newest first; as many as matter. */
export async function listFailedTries(em: EntityManager, email: string): Promise<Date[]> {
  const { rows } = await sql<{ at: string }>`
    select at from sign_in.failed_try where email = ${email} order by at desc limit 20`.execute(
    em.getKysely(),
  );
  return rows.map(({ at }) => new Date(at));
}

/** Notes a wrong password, and forgets those of any address that are too old to matter. */
export async function noteFailedTry(em: EntityManager, email: string, at: Date): Promise<void> {
  const db = em.getKysely();
  await sql`insert into sign_in.failed_try (email, at) values (${email}, ${at.toISOString()})`.execute(db);
  await sql`delete from sign_in.failed_try where at < ${at.toISOString()}::timestamptz - interval '1 day'`.execute(
    db,
  );
}

/** Forgets the wrong passwords of an address whose person has signed in. */
export async function forgetFailedTries(em: EntityManager, email: string): Promise<void> {
  await sql`delete from sign_in.failed_try where email = ${email}`.execute(em.getKysely());
}
