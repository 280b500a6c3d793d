import { QUEUES, type Queue } from '@kvitt/domain/desk/desk-state';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inQueue } from './list-threads.ts';

/** Counted no further than this, which is shown as "99+": a pile of a million is not counted to the end. */
const UP_TO = 100;

/** How many threads lie in each queue, up to a hundred. */
export async function countThreads(
  em: EntityManager,
  asked: { billerId: string; agentId: string },
): Promise<Record<Queue, number>> {
  const counts = QUEUES.map(
    (queue) => sql`(select count(*)::int from (select from desk d where d.biller_id = ${asked.billerId}
      ${inQueue({ ...asked, queue })} limit ${UP_TO}) lying) as ${sql.ref(queue)}`,
  );
  const { rows } = await sql<Record<Queue, number>>`select ${sql.join(counts)}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error('a question without from has one row');
  return row;
}
