import type { Kysely } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';
import { JOBS, type JobName, type JobPayload } from './contracts.ts';

/**
 * The queue as flows see it: a job is committed, or rolled back, with the rows that it is about, and is due at once. It
 * takes no time of its own: the queue goes by the database's clock, which the test clock does not move, so what is due
 * later is a row that says when. Only the pauses between tries of a job that failed are the queue's.
 */
export interface Jobs {
  /**
   * @param db the caller's transaction
   * @param key a UUID that names the job: a second one with the same key is not queued
   */
  enqueue<N extends JobName>(
    db: Kysely<unknown>,
    name: N,
    payload: JobPayload<N>,
    options?: { key?: string },
  ): Promise<void>;
}

export type JobHandlers = { [N in JobName]: (payload: JobPayload<N>) => Promise<void> };

export interface Queue extends Jobs {
  /** Takes up jobs until `stop`. */
  work(handlers: JobHandlers): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A worker says this often that it is still at its jobs; the queue's least. Without it a job whose worker was killed
 * counts as being worked on for a quarter of an hour, and a delivery report waits for that long.
 */
const HEARTBEAT_SECONDS = 10;
const LOOK_FOR_DEAD_SECONDS = 10;

/** Opens the queue in the database at `url`; the first to open it lays out its tables. Where it fails nothing stays open. */
export async function openQueue(
  url: string,
  options: { isWorker: boolean; onError(error: Error): void },
): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: options.isWorker ? 6 : 2,
    supervise: options.isWorker,
    schedule: false,
    superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    useListenNotify: true,
  });
  boss.on('error', options.onError);
  try {
    await layOut(boss, options.isWorker);
  } catch (error) {
    // Whoever tries again opens another; this one's connections and timers must not stay behind.
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  return {
    async enqueue(db, name, payload, { key } = {}) {
      await boss.send(name, payload, {
        db: fromKysely(db),
        ...(key !== undefined && { id: key }),
      });
    },
    async work(handlers) {
      for (const name of Object.keys(JOBS) as JobName[]) await workOn(boss, name, handlers, options.onError);
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

async function layOut(boss: PgBoss, isWorker: boolean): Promise<void> {
  await boss.start();
  for (const [name, job] of Object.entries(JOBS)) {
    const contract = {
      retryLimit: job.retryLimit,
      retryDelay: job.retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: 300,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      notify: true,
    };
    await boss.createQueue(name, contract);
    // A queue that is there already keeps what it was made with; a changed contract has to reach it too.
    if (isWorker) await boss.updateQueue(name, contract);
  }
}

async function workOn<N extends JobName>(
  boss: PgBoss,
  name: N,
  handlers: JobHandlers,
  onError: (error: Error) => void,
): Promise<void> {
  const { payload, lanes, batch } = JOBS[name];
  const handle = handlers[name] as (payload: JobPayload<N>) => Promise<void>;
  await boss.work<JobPayload<N>>(
    name,
    // One job a fetch would mean two jobs a second and worker: it sleeps after every fetch that is not full.
    {
      batchSize: batch,
      localConcurrency: lanes,
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
            // Its kind alone: the message may hold a query with a customer's words, and the queue keeps what it is given.
            const reason = error instanceof Error ? error.name : 'unknown';
            onError(new Error(`${name} failed: ${reason}`));
            return { id: job.id, status: 'failed' as const, output: { reason } };
          }
        }),
      ),
  );
}
