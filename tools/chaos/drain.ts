import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { get } from './load.ts';
import type { CarrierText } from './oracle/evidence.ts';
import type { Stage } from './stage.ts';

/** What is still under way; all nought when the product has caught up. */
export interface Backlog {
  'texts without an answer': number;
  'texts in the outbox': number;
  'payments without an outcome': number;
  'refunds without an outcome': number;
  'bills not announced': number;
  'reminders due': number;
  jobs: number;
  callbacks: number;
  /** The carrier has them, and has not said its last word: the word of the text's last callback. */
  'texts on their way to a phone': number;
}

export interface DrainReport {
  /** Real milliseconds from the last fault until nothing was under way; undefined where that did not come. */
  drainedMs: number | undefined;
  left: Backlog;
}

/** How long a text may be looked for before it shows as failed, in the time of the run. */
const LOOKED_FOR_MS = 15 * 60_000;

/** Twice the bar of a minute on top: a busy machine is slow, and only a product that is stuck takes longer. */
const PATIENCE_MS = 120_000;

const SAY_EVERY_MS = 20_000;

/** States of the carrier's that another follows. */
const UNDER_WAY = ['queued', 'sent'];

const QUERY = `select
  (select count(*)::int from message where direction = 'in' and outcome is null) as answers,
  (select count(*)::int from message where direction = 'out' and state in ('queued', 'sending', 'uncertain')) as outbox,
  (select count(*)::int from payment where state in ('started', 'unknown')) as payments,
  (select count(*)::int from refund where state in ('started', 'unknown')) as refunds,
  (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')
    and (name like 'conversation.%' or name like 'message.%' or name like 'payment.%')) as jobs,
  (select count(*)::int from invoice where announced_at is null) as bills,
  (select count(*)::int from reminder where state = 'queued'
    or (state = 'planned' and send_at <= $1::timestamptz)) as reminders`;

/** Waits until the product has caught up with everything that it has taken in. */
export async function drain(stage: Stage, say: (line: string) => void): Promise<DrainReport> {
  const beganMs = Date.now();
  const patienceMs = PATIENCE_MS + LOOKED_FOR_MS / stage.assignment.time.factor;
  let saidMs = beganMs;
  const client = new pg.Client({ connectionString: stage.database.url });
  await client.connect();
  try {
    for (let wasDone = false; ; ) {
      const left = await look(client, stage);
      const isNone = Object.values(left).every((count) => count === 0);
      // The carrier and the database cannot be looked at in one instant: what passed between the two is seen by the second.
      const isDone = isNone && wasDone;
      wasDone = isNone;
      const waitedMs = Date.now() - beganMs;
      if (isDone || waitedMs > patienceMs) return { drainedMs: isDone ? waitedMs : undefined, left };
      if (Date.now() - saidMs > SAY_EVERY_MS) {
        saidMs = Date.now();
        say(`  still under way: ${JSON.stringify(left)}`);
      }
      await pause(250);
    }
  } finally {
    await client.end();
  }
}

type Counts = Record<'answers' | 'outbox' | 'payments' | 'refunds' | 'bills' | 'reminders' | 'jobs', number>;

async function look(client: pg.Client, stage: Stage): Promise<Backlog> {
  const carrier = stage.outside.plivo.origin;
  // Asked before the callbacks: a text that has had its last word leaves a callback behind at the same instant.
  const { texts } = await get<{ texts: CarrierText[] }>(`${carrier}/sandbox/texts`);
  const { pending } = await get<{ pending: unknown[] }>(`${carrier}/sandbox/callbacks`);
  const { rows } = await client.query<Counts>(QUERY, [stage.now().toISOString()]);
  const [row] = rows;
  return {
    'texts without an answer': row?.answers ?? 0,
    'texts in the outbox': row?.outbox ?? 0,
    'payments without an outcome': row?.payments ?? 0,
    'refunds without an outcome': row?.refunds ?? 0,
    'bills not announced': row?.bills ?? 0,
    jobs: row?.jobs ?? 0,
    'reminders due': row?.reminders ?? 0,
    callbacks: pending.length,
    'texts on their way to a phone': texts.filter(
      ({ origin, state }) => origin === 'api' && UNDER_WAY.includes(state),
    ).length,
  };
}
