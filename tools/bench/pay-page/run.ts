import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hashToken } from '@kvitt/db/session/hash-token';
import { runChild } from '../../start/run-child.ts';
import { type BenchDatabase, openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { openParts, type Parts } from '../kit/bench-parts.ts';
import { cpuPerPiece, cpuTime } from '../kit/cpu-time.ts';
import { freePorts } from '../kit/free-ports.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import { percentile } from '../kit/percentile.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { BILLER, KIND, seedPeople } from '../kit/seed-people.ts';
import { flood, openClient } from '../kit/send-load.ts';
import { buildPortal } from './build-portal.ts';
import { type FirstLoad, measureFirstLoad } from './measure-first-load.ts';

/** Links that are opened in turn. */
const LINKS = 200;
const AT_ONCE = 16;
const WARM_UP = 400;

/** How a page is asked for: as every browser does, and plain. */
const WAYS = { gzip: { 'accept-encoding': 'gzip' }, plain: {} };
type Way = keyof typeof WAYS;

/** W7: the pay page, rendered on the server by one process, beside the same server answering a constant page. */
export async function run(options: BenchOptions): Promise<Result> {
  await buildPortal();
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    return await measure(database, parts, options);
  } finally {
    await parts.stop();
    await database.stop();
  }
}

interface Rate {
  perSecond: number;
  tookMs: number[];
}

async function measure(database: BenchDatabase, parts: Parts, options: BenchOptions): Promise<Result> {
  const tokens = await seedLinks(database);
  const api = await parts.start('api');
  const bill = await measureFirstLoad(`${parts.origin}/${tokens[0]}`);
  const card = await measureFirstLoad(`${parts.origin}/${tokens[0]}/pay`);
  const constant = await startConstant(bill.html);
  try {
    const count = options.n ?? Math.ceil(options.seconds * 150);
    const pids = { api: api.process.pid, postgres: database.pid };
    const before = cpuTime(pids);
    const ours: Record<Way, Rate> = {
      gzip: await ask(parts.origin, 'gzip', tokens, count),
      plain: await ask(parts.origin, 'plain', tokens, count),
    };
    const cpu = cpuPerPiece(before, cpuTime(pids), 2 * (count + WARM_UP));
    const limit: Record<Way, Rate> = {
      gzip: await ask(constant.origin, 'gzip', tokens, count * 2),
      plain: await ask(constant.origin, 'plain', tokens, count * 2),
    };
    return report({ ours, limit, bill, card, cpu, peakMemoryMb: peakMemory({ api: pids.api }) });
  } finally {
    await constant.stop();
  }
}

/** Bills with links whose words we know. */
async function seedLinks(database: BenchDatabase): Promise<string[]> {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const tokens = Array.from({ length: LINKS }, (_, link) => {
    const tail = [...String(link)].map((digit) => letters[Number(digit)]).join('');
    return tail.padStart(16, 'a');
  });
  await withClient(database.url, async (client) => {
    await seedPeople(client, { n: LINKS, vaultTokens: ['none'], perSecond: 5 });
    await client.query(
      `insert into portal_link (biller_id, id, invoice_id, token_hash, created_at, expires_at)
      select '${BILLER}', bench_id('c', i), bench_id('${KIND.invoice}', i), hash, now(), now() + interval '1 day'
      from unnest($1::text[]) with ordinality as t (hash, i)`,
      [tokens.map(hashToken)],
    );
  });
  return tokens;
}

async function startConstant(html: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-bench-page-'));
  const file = path.join(dir, 'page.html');
  writeFileSync(file, html);
  const [port = 0] = await freePorts(1);
  const server = path.join(import.meta.dirname, 'constant-server.ts');
  const child = runChild('constant', {
    file: server,
    args: [String(port), file],
    nodeArgs: [],
    env: process.env,
  });
  await child.ready;
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      await child.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function ask(origin: string, way: Way, tokens: string[], count: number): Promise<Rate> {
  const client = openClient(AT_ONCE);
  const tookMs: number[] = [];
  const get = async (index: number) => {
    const url = `${origin}/${tokens[index % tokens.length]}`;
    const answer = await client.send({ url, headers: WAYS[way] });
    if (answer.status !== 200) throw new Error(`a page was answered with ${answer.status}`);
    tookMs.push(answer.tookMs);
  };
  await flood(WARM_UP, AT_ONCE, get);
  tookMs.length = 0;
  const startedMs = performance.now();
  await flood(count, AT_ONCE, get);
  const perSecond = (count * 1000) / (performance.now() - startedMs);
  client.close();
  return { perSecond, tookMs };
}

interface Measured {
  ours: Record<Way, Rate>;
  limit: Record<Way, Rate>;
  bill: FirstLoad;
  card: FirstLoad;
  cpu: string;
  peakMemoryMb: Record<string, number>;
}

function report({ ours, limit, bill, card, cpu, peakMemoryMb }: Measured): Result {
  const row = (way: Way, bar?: string) => ({
    what: way === 'gzip' ? 'pages' : 'pages (not compressed)',
    ours: ours[way].perSecond,
    unit: '/s',
    limit: {
      value: limit[way].perSecond,
      what: `the same server and framework answering a constant page${way === 'gzip' ? ', compressed' : ''}`,
    },
    p50Ms: percentile(ours[way].tookMs, 0.5),
    p99Ms: percentile(ours[way].tookMs, 0.99),
    ...(bar && { bar }),
  });
  return {
    id: 'W7',
    title: 'the pay page, rendered on the server by one process',
    rows: [
      row('gzip', '≥ 800/s'),
      row('plain'),
      firstLoad('first load of a bill', bill),
      firstLoad('first load of the card step', card),
    ],
    peakMemoryMb,
    notes: [
      `${AT_ONCE} requests at once, ${LINKS} links in turn; p50 and p99 include the wait for the other requests`,
      ...(cpu ? [`processor time of one page: ${cpu}`] : []),
    ],
  };
}

/** Before anything is touched a page may weigh this much; with all script of ours that it names, so much more. */
const PAGE_KB = 20;
const SCRIPT_KB = 60;

function firstLoad(what: string, { allKb, pageKb, files }: FirstLoad): Row {
  return {
    what,
    ours: allKb,
    unit: 'KB',
    limit: {
      value: files === 0 ? PAGE_KB : PAGE_KB + SCRIPT_KB,
      what: `the budget, compressed; the page is ${pageKb.toFixed(1)} KB of it, and names ${files} files`,
    },
    bar: '≤ 1.00',
  };
}
