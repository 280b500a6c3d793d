import { JOBS, type JobName, type JobPayload } from '@kvitt/jobs/contracts';
import type { JobHandlers } from '@kvitt/jobs/jobs';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Runs every job that is due at `now`, in the order they were queued, as the worker would; one that throws fails the
 * test, because nothing here fails by accident.
 * @returns how many were run
 */
export async function runJobs(em: EntityManager, handlers: JobHandlers, now: Date): Promise<number> {
  let ran = 0;
  for (;;) {
    const { rows } = await sql<{ id: string; name: JobName; data: JobPayload<JobName> }>`
      update pgboss.job set state = 'completed', completed_on = now() where id = (
        select id from pgboss.job where state in ('created', 'retry') and name = any(${Object.keys(JOBS)})
          and (start_after <= ${now.toISOString()}::timestamptz or start_after <= now())
        order by created_on, id limit 1)
      returning id, name, data`.execute(em.getKysely());
    const job = rows[0];
    if (!job) return ran;
    const handle = handlers[job.name] as (payload: JobPayload<JobName>) => Promise<void>;
    await handle(job.data);
    ran += 1;
  }
}
