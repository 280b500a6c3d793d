import { openDb } from '@kvitt/db/kit/open-db';
import { openQueue, type Queue } from '@kvitt/jobs/jobs';
import { type FollowedClock, followClock } from '@kvitt/runtime/clock/follow-clock';
import { type ClockOrder, moveClock } from '@kvitt/runtime/clock/move-clock';
import { resetClock } from '@kvitt/runtime/clock/reset-clock';
import { scaledClock } from '@kvitt/sandbox/control/clock';
import { type PlivoSandbox, startPlivo } from '@kvitt/sandbox/plivo/start-plivo';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CARRIER } from '../src/open-world.ts';
import { freshDatabase } from '../src/postgres/fresh-database.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What goes by on the machine while a test looks. */
const AROUND_MS = 30_000;

let url: string;
let orm: MikroORM;
let queue: Queue;
let plivo: PlivoSandbox;
let clocks: FollowedClock[];

beforeEach(async () => {
  url = await freshDatabase();
  orm = await openDb(url, { poolSize: 2 });
  queue = await openQueue(url, { isWorker: false, onError: () => {} });
  plivo = await startPlivo({ ...CARRIER, clock: scaledClock(), numbers: [] });
  clocks = [];
});

afterEach(async () => {
  await Promise.all(clocks.map((clock) => clock.stop()));
  await plivo.stop();
  await queue.stop();
  await orm.close();
});

async function follow(role: 'api' | 'worker'): Promise<FollowedClock> {
  const clock = await followClock(url, { role, sandboxUrl: plivo.origin });
  clocks.push(clock);
  return clock;
}

const move = (order: ClockOrder) => moveClock({ databaseUrl: url, em: () => orm.em.fork(), order });
const reset = () => resetClock({ databaseUrl: url, em: () => orm.em.fork() });
const aheadMs = (clock: FollowedClock) => clock.now().getTime() - Date.now();

async function sandboxAheadMs(): Promise<number> {
  const { now } = (await (await fetch(`${plivo.origin}/sandbox/clock`)).json()) as { now: number };
  return now - Date.now();
}

describe('a move of the test clock', () => {
  it('brings every process and the sandbox to the same time before it ends', async () => {
    const [api, worker] = [await follow('api'), await follow('worker')];
    expect(await move({ kind: 'by', ms: 5 * HOUR_MS })).toMatchObject({ kind: 'moved', texts: 0 });
    expect(aheadMs(api)).toBe(aheadMs(worker));
    expect(Math.abs(aheadMs(api) - 5 * HOUR_MS)).toBeLessThan(AROUND_MS);
    expect(Math.abs(aheadMs(api) - (await sandboxAheadMs()))).toBeLessThan(1_000);
  });

  it('goes from hour to hour, and has everything that is due done at each', async () => {
    const worker = await follow('worker');
    const settled: number[] = [];
    worker.onSettle(async () => {
      settled.push(worker.now().getTime());
      return 0;
    });
    const startMs = Date.now();
    await move({ kind: 'by', ms: DAY_MS });
    expect(settled).toEqual([...settled].sort((a, b) => a - b));
    const gaps = settled.map((at, index) => at - (settled[index - 1] ?? startMs));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(HOUR_MS + AROUND_MS);
    expect(settled.length).toBeGreaterThanOrEqual(24);
  });

  it('stops at the very instant at which a row says that something is due', async () => {
    const worker = await follow('worker');
    const dueAt = Date.now() + 20 * 60_000;
    const billerId = '00000000-0000-4000-8000-000000000001';
    const em = orm.em.fork();
    await em.execute(`insert into biller (id, slug, name, currency, time_zone, language, accent, support_phone, created_at)
      values ('${billerId}', 'b', 'B', 'USD', 'UTC', 'en', '#000000', '', now())`);
    await em.execute('alter table payment drop constraint payment_biller_id_account_id_fkey');
    await em.execute('alter table payment drop constraint payment_biller_id_invoice_id_fkey');
    await em.execute(
      `insert into payment (biller_id, id, account_id, invoice_id, amount_minor, currency, channel, state, is_card_kept,
        started_at, ask_at) values (?, ?, ?, ?, 100, 'USD', 'text', 'unknown', false, now(), ?)`,
      [billerId, billerId, billerId, billerId, new Date(dueAt)],
    );
    const settled: number[] = [];
    worker.onSettle(async () => {
      settled.push(worker.now().getTime());
      return 0;
    });
    await move({ kind: 'by', ms: 30 * 60_000 });
    expect(settled.some((at) => at >= dueAt && at < dueAt + 5_000)).toBe(true);
  });

  it('waits for what is under way, which sees no other time, and keeps what comes meanwhile for the new one', async () => {
    const worker = await follow('worker');
    const seen: number[] = [];
    const work = Promise.withResolvers<void>();
    const underWay = worker.during(async () => {
      await work.promise;
      seen.push(aheadMs(worker));
    });
    const moved = move({ kind: 'by', ms: HOUR_MS });
    // What is let in begins at once; from here on the clock lets nothing in.
    const isLetIn = () => {
      let hasBegun = false;
      void worker.during(async () => {
        hasBegun = true;
      });
      return hasBegun;
    };
    await expect.poll(isLetIn, { timeout: 30_000 }).toBe(false);
    const later = worker.during(async () => void seen.push(aheadMs(worker)));
    work.resolve();
    await Promise.all([underWay, later, moved]);
    const [first = Number.NaN, second = Number.NaN] = seen;
    expect(Math.abs(first)).toBeLessThan(1_000);
    expect(second).toBeGreaterThan(first);
  });

  it('does not wait for a process that is gone', async () => {
    const gone = await follow('api');
    const worker = await follow('worker');
    await gone.stop();
    expect(await move({ kind: 'by', ms: HOUR_MS })).toMatchObject({ kind: 'moved' });
    expect(aheadMs(worker)).toBeGreaterThan(0);
  });

  it('holds for whoever comes later', async () => {
    await follow('worker');
    await move({ kind: 'by', ms: 2 * HOUR_MS });
    const api = await follow('api');
    expect(Math.abs(aheadMs(api) - 2 * HOUR_MS)).toBeLessThan(AROUND_MS);
  });

  it.each<[string, ClockOrder, string]>([
    ['back', { kind: 'by', ms: -HOUR_MS }, 'BACKWARDS'],
    ['to a time that is past', { kind: 'to', atMs: Date.parse('2020-01-01T00:00:00Z') }, 'BACKWARDS'],
    ['ten years on', { kind: 'by', ms: 3_650 * DAY_MS }, 'TOO_FAR'],
  ])('%s is refused, and time stays', async (_, order, refusal) => {
    const worker = await follow('worker');
    expect(await move(order)).toEqual({ kind: 'refused', refusal });
    expect(aheadMs(worker)).toBeLessThanOrEqual(0);
  });

  it('is refused where no worker goes by the test clock, as in production', async () => {
    await follow('api');
    expect(await move({ kind: 'by', ms: HOUR_MS })).toEqual({ kind: 'refused', refusal: 'NOT_RUNNING' });
  });
});

describe('a reset', () => {
  it('goes back to the machine’s time where nothing has happened', async () => {
    const worker = await follow('worker');
    await move({ kind: 'by', ms: 2 * HOUR_MS });
    expect(await reset()).toMatchObject({ kind: 'reset' });
    expect(Math.abs(aheadMs(worker))).toBeLessThan(1_000);
    expect(Math.abs(await sandboxAheadMs())).toBeLessThan(1_000);
  });

  it('is refused where something has, and says what', async () => {
    const worker = await follow('worker');
    await move({ kind: 'by', ms: 2 * HOUR_MS });
    await orm.em.fork().execute(
      `insert into biller (id, slug, name, currency, time_zone, language, accent, support_phone, created_at)
       values (gen_random_uuid(), 'b', 'B', 'USD', 'UTC', 'en', '#000000', '', ?)`,
      [worker.now()],
    );
    expect(await reset()).toEqual({
      kind: 'refused',
      refusal: 'HAPPENED',
      facts: [{ table: 'biller', rows: 1 }],
    });
    expect(aheadMs(worker)).toBeGreaterThan(HOUR_MS);
  });
});
