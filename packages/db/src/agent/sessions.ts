import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Where a person is signed in. */
export interface OpenSession {
  id: string;
  since: Date;
  lastUsed: Date;
  address: string | null;
  browser: string | null;
}

/** The places where an agent is signed in now, the latest first. The library counts by the machine's clock. */
export async function listSessions(em: EntityManager, agentId: string): Promise<OpenSession[]> {
  const { rows } = await sql<Omit<OpenSession, 'since' | 'lastUsed'> & { since: string; lastUsed: string }>`
    select id, "createdAt" as since, "updatedAt" as "lastUsed", "ipAddress" as address, "userAgent" as browser
    from sign_in.session where "userId" = ${agentId} and "expiresAt" > now()
    order by "updatedAt" desc limit 50`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, since: new Date(row.since), lastUsed: new Date(row.lastUsed) }));
}

/** Signs an agent out at one place, or everywhere where none is named; says at how many. */
export async function endSessions(em: EntityManager, agentId: string, sessionId?: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sign_in.session where "userId" = ${agentId} and (${sessionId ?? null}::text is null or id = ${
      sessionId ?? null
    })`.execute(em.getKysely());
  return Number(numAffectedRows ?? 0);
}
