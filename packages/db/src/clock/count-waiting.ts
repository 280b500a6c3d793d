import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface Waiting {
  /** Texts that are due now, or in hand. */
  texts: number;
  /** Jobs that are not done. */
  jobs: number;
  /** Outgoing texts that the carrier has taken, ever. */
  sent: number;
}

/** Counts what is to be done at `now` and not done yet. */
export async function countWaiting(em: EntityManager, now: Date): Promise<Waiting> {
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from message m join sender s on s.biller_id = m.biller_id and s.id = m.sender_id
        where m.state = 'sending' or (m.state = 'queued' and s.paused_at is null
          and m.send_at <= ${now.toISOString()}::timestamptz)) as texts,
      (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')
        and name not like '\\_\\_pgboss%') as jobs,
      (select count(*)::int from message where direction = 'out' and sent_at is not null) as sent`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { texts: 0, jobs: 0, sent: 0 };
}
