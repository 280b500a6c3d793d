import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Adds what the sign-in library needs to know of a person: who they are, and the hash of their password, in its own
 * tables and within the caller's transaction, so that nobody is half an agent.
 * @param person.id the agent's id
 * @param person.passwordHash absent for who signs in by the company's own sign-in alone
 */
export async function insertSignIn(
  em: EntityManager,
  person: { id: string; name: string; email: string; passwordHash?: string; at: Date },
): Promise<void> {
  const db = em.getKysely();
  const at = person.at.toISOString();
  await sql`
    insert into sign_in."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${person.id}, ${person.name}, ${person.email}, true, ${at}, ${at})`.execute(db);
  if (person.passwordHash === undefined) return;
  await sql`
    insert into sign_in.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${person.id}, ${person.id}, 'credential', ${person.id}, ${person.passwordHash}, ${at}, ${at})`.execute(
    db,
  );
}
