import { signCallback } from '@kvitt/sandbox/plivo/sign-callback';
import pg from 'pg';
import { type BenchDatabase, openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { OUR_NUMBER, openParts, type Parts } from '../kit/bench-parts.ts';
import { cpuOfPiece, cpuPerPiece, cpuTime } from '../kit/cpu-time.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import { percentile } from '../kit/percentile.ts';
import type { BenchOptions, Result } from '../kit/result.ts';
import { seedPeople } from '../kit/seed-people.ts';
import { drip, flood, openClient } from '../kit/send-load.ts';
import { checkMoney } from './check-money.ts';
import { measureGateway } from './measure-gateway.ts';
import { type Limit, measureLimit } from './measure-limit.ts';
import { vaultCards } from './vault-cards.ts';

/** Payments before anything is measured: code is compiled, and each connection of the pools has its plans. */
const WARM_UP = 150;

/** Webhooks under way at a time, as a carrier with a queue of them makes them. */
const AT_ONCE = 32;

/** Every so many-th webhook is delivered twice, as carriers do when an answer is late. */
const TWICE_EVERY = 20;

/** For how long captures may fail to grow before a run is given up. */
const PATIENCE_MS = 20_000;

/**
 * W1: a signed "YES 42" comes in by webhook, and ends as a captured payment that is posted with its receipt in the
 * outbox, through the real API, worker and SDK. First as fast as it goes, then steadily at half of that, where the time
 * from the webhook to the commit of the posting is measured.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 600;
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    return await measure(database, parts, options, n);
  } finally {
    await parts.stop();
    await database.stop();
  }
}

async function measure(
  database: BenchDatabase,
  parts: Parts,
  options: BenchOptions,
  n: number,
): Promise<Result> {
  const steadyMost = Math.ceil(n / 2);
  const people = WARM_UP + n + steadyMost;
  const gatewayMs = await prepare(database, parts, Math.max(people, options.customers ?? 0));
  const limits = options.isAlone ? undefined : await measureLimits(database, n);

  const api = await parts.start('api');
  const worker = await parts.start('worker');
  const watch = new pg.Client({ connectionString: database.url });
  await watch.connect();
  const client = openClient(AT_ONCE);
  const sentAt = new Map<number, number>();
  const say = (person: number) => sayYes(parts, client, person, sentAt);
  try {
    await flood(WARM_UP, AT_ONCE, (index) => say(index + 1));
    await awaitCaptures(watch, WARM_UP);

    const first = WARM_UP + 1;
    const pids = {
      api: api.process.pid,
      worker: worker.process.pid,
      sandbox: parts.sandbox.process.pid,
      postgres: database.pid,
    };
    const before = cpuTime(pids);
    await flood(n, AT_ONCE, (index) => say(first + index));
    const answeredMs = now() - Math.min(...[...sentAt].filter(([i]) => i >= first).map(([, at]) => at));
    await awaitCaptures(watch, WARM_UP + n);
    const after = cpuTime(pids);
    const cpu = cpuPerPiece(before, after, n);
    const cpuMs = cpuOfPiece(before, after, n);
    const flooded = await readCaptures(watch, first, n);
    const startMs = Math.min(...flooded.map(({ person }) => sentAt.get(person) ?? Number.POSITIVE_INFINITY));
    const perSecond = (n * 1000) / (Math.max(...flooded.map(({ postedMs }) => postedMs)) - startMs);

    const steady = Math.min(steadyMost, Math.ceil((perSecond / 2) * options.seconds));
    await drip(steady, perSecond / 2, (index) => say(first + n + index));
    await awaitCaptures(watch, WARM_UP + n + steady);
    const added = (await readCaptures(watch, first + n, steady)).map(
      ({ person, postedMs }) => postedMs - (sentAt.get(person) ?? 0) - gatewayMs,
    );
    const memory = peakMemory({ api: pids.api, worker: pids.worker });
    const accepted = (n * 1000) / answeredMs;
    const checked = await checkMoney(watch, WARM_UP + n + steady, TWICE_EVERY);
    return report({ n, perSecond, added, memory, limits, gatewayMs, accepted, cpu, cpuMs, checked });
  } finally {
    client.close();
    await watch.end();
  }
}

/** Fills the database and measures the gateway alone: the median of one sale after the other by the SDK. */
async function prepare(database: BenchDatabase, parts: Parts, people: number): Promise<number> {
  const runtime = await parts.openRuntime();
  try {
    const vaultTokens = await vaultCards(runtime.context().payments, 20);
    await withClient(database.url, (client) => seedPeople(client, { n: people, vaultTokens, perSecond: 5 }));
    return await measureGateway(runtime.context(), vaultTokens);
  } finally {
    await runtime.close();
  }
}

async function measureLimits(database: BenchDatabase, n: number): Promise<{ one: Limit; eight: Limit }> {
  const forOne = await database.copyTo('limit_one');
  const forEight = await database.copyTo('limit_eight');
  return {
    one: await measureLimit(forOne, n, 1),
    eight: await measureLimit(forEight, n, 8),
  };
}

async function sayYes(
  parts: Parts,
  client: ReturnType<typeof openClient>,
  person: number,
  sentAt: Map<number, number>,
): Promise<void> {
  const form = {
    MessageUUID: vendorId(person),
    From: String(12_122_000_000 + person),
    To: OUR_NUMBER,
    Type: 'sms',
    Text: 'YES 42',
    Units: '1',
    MessageIntent: '',
  };
  const url = `${parts.settings.PUBLIC_URL}/webhooks/plivo/message`;
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    ...signCallback({ method: 'POST', url, form }, parts.authToken),
  };
  const post = { url, method: 'POST', headers, body: new URLSearchParams(form).toString() } as const;
  sentAt.set(person, now());
  const times = person % TWICE_EVERY === 0 ? 2 : 1;
  for (let time = 0; time < times; time++) {
    const { status } = await client.send(post);
    if (status !== 200) throw new Error(`the API answered a webhook with ${status}`);
  }
}

/** Looks like the carrier's, and names the person. */
function vendorId(person: number): string {
  return `bench-${String(person).padStart(8, '0')}`;
}

/** The machine's time with fractions, comparable with the database's. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

async function awaitCaptures(watch: pg.Client, wanted: number): Promise<void> {
  let last = { count: 0, at: now() };
  for (;;) {
    const { rows } = await watch.query<{ count: number }>(
      `select count(*)::int as count from journal_entry where cause = 'payment-captured'`,
    );
    const count = rows[0]?.count ?? 0;
    if (count >= wanted) return;
    if (count > last.count) last = { count, at: now() };
    if (now() - last.at > PATIENCE_MS) throw new Error(`only ${count} of ${wanted} payments were captured`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** When each person's payment was posted: the commit of the transaction that wrote its entry in the ledger. */
async function readCaptures(
  watch: pg.Client,
  first: number,
  count: number,
): Promise<{ person: number; postedMs: number }[]> {
  const { rows } = await watch.query<{ vendor_id: string; posted_ms: string }>(
    `select m.vendor_id, extract(epoch from pg_xact_commit_timestamp(e.xmin)) * 1000 as posted_ms
    from journal_entry e join payment p on p.biller_id = e.biller_id and p.id = e.cause_id
    join message m on m.biller_id = p.biller_id and m.id = p.message_id
    where e.cause = 'payment-captured' and m.vendor_id >= $1 and m.vendor_id < $2`,
    [vendorId(first), vendorId(first + count)],
  );
  return rows.map((row) => ({ person: Number(row.vendor_id.slice(6)), postedMs: Number(row.posted_ms) }));
}

interface Measured {
  n: number;
  perSecond: number;
  added: number[];
  memory: Record<string, number>;
  limits: { one: Limit; eight: Limit } | undefined;
  gatewayMs: number;
  accepted: number;
  cpu: string;
  cpuMs: number | undefined;
  checked: string;
}

function report(measured: Measured): Result {
  const { perSecond, added, limits, gatewayMs } = measured;
  const limit = (found: Limit, clients: string) => ({
    value: found.perSecond,
    what: `the fewest statements that leave the same rows, by ${found.by} over ${clients}, no gateway, no HTTP`,
  });
  return {
    id: 'W1',
    title: 'a text that says yes becomes a captured, posted payment with its receipt queued',
    rows: [
      {
        what: 'captured',
        ours: perSecond,
        unit: '/s',
        ...(limits && { limit: limit(limits.eight, '8 connections') }),
        bar: '≥ 0.40',
        p50Ms: percentile(added, 0.5),
        p99Ms: percentile(added, 0.99),
      },
      {
        what: 'captured (1 connection)',
        ours: perSecond,
        unit: '/s',
        ...(limits && { limit: limit(limits.one, '1 connection') }),
      },
    ],
    peakMemoryMb: measured.memory,
    ...(measured.cpuMs !== undefined && { cpuMs: measured.cpuMs }),
    notes: [
      `${measured.n} texts at once for the rate (webhooks were answered at ${Math.round(measured.accepted)} a second); p50 and p99 are the time from webhook to commit at half of that rate, over ${added.length} texts, less the gateway's own ${gatewayMs.toFixed(1)} ms`,
      'API, worker, both vendors’ sandboxes, PostgreSQL and what sends the webhooks share the same cores; pgbench has them to itself',
      ...(measured.cpu ? [`processor time of one payment: ${measured.cpu}`] : []),
      measured.checked,
    ],
  };
}
