import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The channel that says "the outbox has something"; a notice reaches its listeners when the transaction commits. */
export const OUTBOX_CHANNEL = 'kvitt_outbox';

/** Tells the dispatchers that texts wait, once the caller's transaction is committed. */
export async function wakeDispatcher(em: EntityManager): Promise<void> {
  await sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(em.getKysely());
}
