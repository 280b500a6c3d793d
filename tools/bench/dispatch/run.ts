import { createServer, type Server } from 'node:http';
import { type BenchDatabase, openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { OUR_NUMBER, openParts, type Parts } from '../kit/bench-parts.ts';
import { cpuPerPiece, cpuTime } from '../kit/cpu-time.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import type { BenchOptions, Result } from '../kit/result.ts';
import { seedPeople } from '../kit/seed-people.ts';
import { flood, openClient } from '../kit/send-load.ts';
import { countAtRate, measureClaims, RATE } from './claim-limits.ts';
import { queueTexts } from './queue-texts.ts';

/** As many as the worker hands over at a time. */
const AT_ONCE = 50;

/** A rate that never holds anything back. */
const NO_LIMIT = 1_000_000;

/** For how long the outbox may fail to shrink before a run is given up. */
const PATIENCE_MS = 20_000;

/**
 * W4: an outbox full of texts about bills is sent by the real worker: claimed, checked again, their links made, handed to
 * the carrier's sandbox by the real SDK over HTTP, and marked.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 20_000;
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  const reports = await takeReports(parts.settings.PORT);
  try {
    return await measure(database, parts, n);
  } finally {
    reports.close();
    reports.closeAllConnections();
    await parts.stop();
    await database.stop();
  }
}

async function measure(database: BenchDatabase, parts: Parts, n: number): Promise<Result> {
  await withClient(database.url, async (client) => {
    await seedPeople(client, { n, vaultTokens: ['none'], perSecond: NO_LIMIT });
    await queueTexts(client, n);
    await client.query('update sender set paused_at = now()');
  });
  const limitUrl = await database.copyTo('limit_claim');
  await withClient(limitUrl, (client) => client.query('update sender set paused_at = null'));
  const rateUrl = await database.copyTo('rate');
  await withClient(rateUrl, (client) => client.query('update sender set paused_at = null'));
  const claims = await measureClaims(limitUrl, n);
  const rate = await countAtRate(rateUrl);
  const posts = await measurePosts(parts, Math.ceil(n / 4));

  const worker = await parts.start('worker');
  const pids = { worker: worker.process.pid, sandbox: parts.sandbox.process.pid, postgres: database.pid };
  const before = cpuTime(pids);
  const tookMs = await sendAll(database, n);
  const cpu = cpuPerPiece(before, cpuTime(pids), n);
  const checked = await checkTexts(database, parts, n);
  const peakMemoryMb = peakMemory({ worker: pids.worker });
  return report({ n, tookMs, claims, posts, rate, cpu, checked, peakMemoryMb });
}

/** Lets the worker send, and waits until the outbox is empty; gives the milliseconds until the last was handed over. */
async function sendAll(database: BenchDatabase, n: number): Promise<number> {
  return withClient(database.url, async (client) => {
    const startedMs = Date.now();
    await client.query('update sender set paused_at = null');
    await client.query(`select pg_notify('kvitt_outbox', '')`);
    let seen = { waiting: n, atMs: startedMs };
    for (;;) {
      const { rows } = await client.query<{ waiting: number; last: Date | null }>(
        `select count(*) filter (where state in ('queued', 'sending'))::int as waiting, max(sent_at) as last from message`,
      );
      const { waiting = n, last = null } = rows[0] ?? {};
      if (waiting === 0) return (last?.getTime() ?? Number.NaN) - startedMs;
      if (waiting < seen.waiting) seen = { waiting, atMs: Date.now() };
      if (Date.now() - seen.atMs > PATIENCE_MS) throw new Error(`${waiting} of ${n} texts still wait`);
      await new Promise((wake) => setTimeout(wake, 200));
    }
  });
}

/** The carrier's calls about what it did are answered by a stand-in: the reports are not what is measured here. */
async function takeReports(port: number): Promise<Server> {
  const server = createServer((incoming, answer) => {
    incoming.resume();
    incoming.on('end', () => answer.writeHead(200).end());
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return server;
}

/** Posts to the same address with the same fields and as many at once, without SDK, checks or database. */
async function measurePosts(parts: Parts, count: number): Promise<number> {
  const client = openClient(AT_ONCE);
  const { PLIVO_API_URL, PLIVO_AUTH_ID, PUBLIC_URL } = parts.settings;
  const authorization = `Basic ${Buffer.from(`${PLIVO_AUTH_ID}:${parts.authToken}`).toString('base64')}`;
  const post = async (index: number) => {
    const { status } = await client.send({
      url: `${PLIVO_API_URL}/Message/`,
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        src: OUR_NUMBER,
        dst: String(13_122_000_000 + index),
        text: 'Northlight Energy: your bill is ready. See it and pay: http://127.0.0.1/aaaaaaaaaaaaaaaa',
        url: `${PUBLIC_URL}/webhooks/plivo/status?m=limit`,
        method: 'POST',
        log: 'false',
      }),
    });
    if (status !== 202) throw new Error(`the carrier answered a text with ${status}`);
  };
  await flood(200, AT_ONCE, post);
  const startedMs = performance.now();
  await flood(count, AT_ONCE, post);
  client.close();
  return (count * 1000) / (performance.now() - startedMs);
}

/** Compares the outbox with what the carrier took. */
async function checkTexts(database: BenchDatabase, parts: Parts, n: number): Promise<string> {
  const answer = await fetch(`${parts.carrierOrigin}/sandbox/texts?from=${OUR_NUMBER}`);
  const { texts } = (await answer.json()) as { texts: { url: string | null }[] };
  const ids = texts.map(({ url }) => new URL(url ?? '').searchParams.get('m')).filter((id) => id !== 'limit');
  const different = new Set(ids).size;
  const sent = await withClient(database.url, async (client) => {
    const { rows } = await client.query(
      `select count(*)::int as sent from message where vendor_id is not null`,
    );
    return rows[0]?.sent as number;
  });
  const isRight = ids.length === n && different === n && sent === n;
  return `${isRight ? 'right' : 'WRONG'}: ${n} queued, ${ids.length} taken by the carrier, ${ids.length - different} of them twice, ${sent} marked`;
}

interface Measured {
  n: number;
  tookMs: number;
  claims: number;
  posts: number;
  rate: { claimed: number; allowed: number };
  cpu: string;
  checked: string;
  peakMemoryMb: Record<string, number>;
}

function report({ n, tookMs, claims, posts, rate, cpu, checked, peakMemoryMb }: Measured): Result {
  const perSecond = (n * 1000) / tookMs;
  return {
    id: 'W4',
    title: 'an outbox full of texts is sent',
    rows: [
      {
        what: 'sent',
        ours: perSecond,
        unit: 'texts/s',
        limit: {
          value: posts,
          what: `bare posts to the same carrier's sandbox, ${AT_ONCE} at once, no SDK, no database`,
        },
      },
      {
        what: 'sent (claiming)',
        ours: perSecond,
        unit: 'texts/s',
        limit: { value: claims, what: 'the claiming statement alone over 2 connections, nothing sent' },
      },
      {
        what: `rate kept at ${RATE.perSecond}/s`,
        ours: rate.claimed,
        unit: 'texts',
        limit: {
          value: rate.allowed,
          what: `burst plus ${RATE.seconds} s of a clock moved by hand, two dispatchers`,
        },
        bar: '0.99 – 1.00',
      },
    ],
    peakMemoryMb,
    notes: [
      `${n.toLocaleString('en-US')} texts from one number, each checked again and given a link of its own; the carrier's reports are answered by a stand-in`,
      ...(cpu ? [`processor time of one text: ${cpu}`] : []),
      checked,
    ],
  };
}
