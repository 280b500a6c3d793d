import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runChild } from '../../start/run-child.ts';
import { type BenchDatabase, openBenchDatabase } from '../kit/bench-database.ts';
import { openParts, type Parts } from '../kit/bench-parts.ts';
import { cpuTime } from '../kit/cpu-time.ts';
import { freePorts } from '../kit/free-ports.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import { percentile } from '../kit/percentile.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { flood, openClient } from '../kit/send-load.ts';
import { buildPortal } from './build-portal.ts';
import { type FirstLoad, measureFirstLoad } from './measure-first-load.ts';
import { seedLinks } from './seed-links.ts';

/** Links that are opened in turn, and others that are opened once. */
const LINKS = 200;
const OPENED_ONCE = 800;
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
  /** Processor time of one page in the process that answers, and in PostgreSQL. */
  cpuMs: Record<string, number>;
}

async function measure(database: BenchDatabase, parts: Parts, options: BenchOptions): Promise<Result> {
  const tokens = await seedLinks(database, LINKS + OPENED_ONCE);
  const [inTurn, once] = [tokens.slice(0, LINKS), tokens.slice(LINKS)];
  const api = await parts.start('api');
  const bill = await measureFirstLoad(`${parts.origin}/${tokens[0]}`);
  const card = await measureFirstLoad(`${parts.origin}/${tokens[0]}/pay`);
  const constant = await startConstant(bill.html);
  try {
    const count = options.n ?? Math.ceil(options.seconds * 150);
    const pids = { api: api.process.pid, postgres: database.pid };
    const at = { origin: parts.origin, pids };
    const warm = await ask(at, 'gzip', inTurn, count);
    const plain = await ask(at, 'plain', inTurn, count);
    // As often as it takes for the code to be as warm, and each page anew.
    const cold = await ask(at, 'gzip', once, once.length, 0);
    const still = { origin: constant.origin, pids: { limit: constant.pid } };
    const limits = {
      gzip: await ask(still, 'gzip', inTurn, count * 2),
      plain: await ask(still, 'plain', inTurn, count * 2),
      json: await ask(still, 'plain', ['json'], count * 2),
    };
    return report({
      ours: { warm, plain, cold },
      limits,
      bill,
      card,
      peakMemoryMb: peakMemory({ api: pids.api }),
    });
  } finally {
    await constant.stop();
  }
}

async function startConstant(
  html: string,
): Promise<{ origin: string; pid: number | undefined; stop(): Promise<void> }> {
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
    pid: child.process.pid,
    async stop() {
      await child.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

interface Asked {
  origin: string;
  pids: Record<string, number | undefined>;
}

async function ask(
  { origin, pids }: Asked,
  way: Way,
  paths: string[],
  count: number,
  warmUp = WARM_UP,
): Promise<Rate> {
  const client = openClient(AT_ONCE);
  const tookMs: number[] = [];
  const get = async (index: number) => {
    const url = `${origin}/${paths[index % paths.length]}`;
    const answer = await client.send({ url, headers: WAYS[way] });
    if (answer.status !== 200) throw new Error(`a page was answered with ${answer.status}`);
    tookMs.push(answer.tookMs);
  };
  await flood(warmUp, AT_ONCE, get);
  tookMs.length = 0;
  const before = cpuTime(pids);
  const startedMs = performance.now();
  await flood(count, AT_ONCE, get);
  const perSecond = (count * 1000) / (performance.now() - startedMs);
  const after = cpuTime(pids);
  client.close();
  const used = Object.entries(after).map(([part, ms]) => [part, (ms - (before[part] ?? 0)) / count]);
  return { perSecond, tookMs, cpuMs: Object.fromEntries(used) };
}

interface Measured {
  ours: Record<'warm' | 'plain' | 'cold', Rate>;
  limits: Record<'gzip' | 'plain' | 'json', Rate>;
  bill: FirstLoad;
  card: FirstLoad;
  peakMemoryMb: Record<string, number>;
}

function report({ ours, limits, bill, card, peakMemoryMb }: Measured): Result {
  const row = (what: string, rate: Rate, limit: Rate, of: string, bar?: string): Row => ({
    what,
    ours: rate.perSecond,
    unit: '/s',
    limit: { value: limit.perSecond, what: of },
    p50Ms: percentile(rate.tookMs, 0.5),
    p99Ms: percentile(rate.tookMs, 0.99),
    ...(bar && { bar }),
  });
  const ofACore = (what: string, rate: Rate, limit: Rate, bar?: string): Row => ({
    what,
    ours: 1000 / (rate.cpuMs.api ?? Number.NaN),
    unit: '/s',
    limit: {
      value: 1000 / (limit.cpuMs.limit ?? Number.NaN),
      what: 'the same of the same server answering JSON',
    },
    ...(bar && { bar }),
  });
  const constant = 'the same server and framework answering a constant page';
  return {
    id: 'W7',
    title: 'the pay page, rendered on the server by one process',
    rows: [
      row('pages', ours.warm, limits.gzip, `${constant}, compressed anew each time`),
      row('pages (not compressed)', ours.plain, limits.plain, constant),
      row(
        'pages beside JSON',
        ours.warm,
        limits.json,
        'the same server and framework answering a little JSON',
      ),
      row('pages opened once', ours.cold, limits.gzip, `${constant}, compressed anew each time`),
      ofACore('pages a core', ours.warm, limits.json, '≥ 800/s'),
      ofACore('pages a core, opened once', ours.cold, limits.json),
      firstLoad('first load of a bill', bill),
      firstLoad('first load of the card step', card),
    ],
    peakMemoryMb,
    notes: [
      `${AT_ONCE} requests at once, ${LINKS} links in turn, or ${OPENED_ONCE} once each; p50 and p99 include the wait for the other requests`,
      'a core: a second of the API’s own processor time, which neighbours on the machine do not take; PostgreSQL’s is beside it',
      `processor time of one page: ${sayCpu(ours.warm)}; opened once: ${sayCpu(ours.cold)}; of a constant page ${sayCpu(limits.gzip)}, of JSON ${sayCpu(limits.json)}`,
    ],
  };
}

function sayCpu({ cpuMs }: Rate): string {
  return Object.entries(cpuMs)
    .map(([part, ms]) => `${part} ${ms.toFixed(2)} ms`)
    .join(', ');
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
