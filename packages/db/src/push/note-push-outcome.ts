import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What became of a note. */
export interface PushOutcome {
  state: 'queued' | 'sent' | 'failed' | 'skipped';
  reason: string | null;
  sendAt?: Date;
  sentAt?: Date;
}

/** Notes what became of a claimed note. */
export async function notePushOutcome(
  em: EntityManager,
  { billerId, id }: { billerId: string; id: string },
  { state, reason, sendAt, sentAt }: PushOutcome,
): Promise<void> {
  await sql`update push_note set state = ${state}, reason = ${reason},
      send_at = coalesce(${sendAt?.toISOString() ?? null}::timestamptz, send_at), sent_at = ${sentAt?.toISOString() ?? null}::timestamptz
    where biller_id = ${billerId} and id = ${id} and state = 'queued'`.execute(em.getKysely());
}
