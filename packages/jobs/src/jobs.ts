import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { type JobName, type JobPayload, JOBS } from './contracts.ts';

/** The queue as flows see it: a job is committed, or rolled back, with the rows that it is about. */
export interface Jobs {
  /**
   * @param db the caller's transaction
   * @param key a UUID that names the job: a second one with the same key is not queued
   */
  enqueue<N extends JobName>(
    db: Kysely<unknown>,
    name: N,
    payload: JobPayload<N>,
    options?: { key?: string; startAfter?: Date },
  ): Promise<void>;
}

export type JobHandlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

export interface Queue extends Jobs {
  /** Takes up jobs until `stop`. */
  work(handlers: JobHandlers): Promise<void>;
  /** Has `name` queued by the cron line, in the given IANA zone, once over all workers. */
  schedule<N extends JobName>(
    name: N,
    cron: string,
    payload: JobPayload<N>,
    timeZone: string,
    key: string,
  ): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the queue in the database at `url`; the first to open it lays out its tables. */
export async function openQueue(
  url: string,
  options: { isWorker: boolean; onError(error: Error): void },
): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: options.isWorker ? 6 : 2,
    supervise: options.isWorker,
    schedule: options.isWorker,
    useListenNotify: true,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const [name, job] of Object.entries(JOBS)) {
    await boss.createQueue(name, {
      retryLimit: job.retryLimit,
      retryDelay: job.retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 300,
      notify: true,
    });
  }
  return {
    async enqueue(db, name, payload, { key, startAfter } = {}) {
      await boss.send(name, payload, {
        db: fromKysely(db),
        ...(key !== undefined && { id: key }),
        ...(startAfter && { startAfter }),
      });
    },
    async work(handlers) {
      for (const name of Object.keys(JOBS) as JobName[]) await workOn(boss, name, handlers);
    },
    async schedule(name, cron, payload, timeZone, key) {
      await boss.schedule(name, cron, payload, { tz: timeZone, key, missed: 'once' });
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function workOn<N extends JobName>(boss: PgBoss, name: N, handlers: JobHandlers): Promise<void> {
  const { payload } = JOBS[name];
  const handle = handlers[name] as (payload: JobPayload<N>) => Promise<void>;
  await boss.work<JobPayload<N>>(
    name,
    // One job a fetch would mean two jobs a second and worker: it sleeps after every fetch that is not full. A batch
    // ends with its slowest job, and a lost answer takes the processor's whole timeout: so small batches, several at once.
    {
      batchSize: 5,
      localConcurrency: 8,
      burstWhenBatchFull: true,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 2,
      perJobResults: true,
    },
    async (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          try {
            await handle(payload.parse(job.data) as JobPayload<N>);
            return { id: job.id, status: 'completed' as const };
          } catch (error) {
            return { id: job.id, status: 'failed' as const, output: { reason: String(error) } };
          }
        }),
      ),
  );
}
