import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { type Child, runChild } from '../../start/run-child.ts';
import { seedThreads } from '../inbox/seed-threads.ts';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { openParts } from '../kit/bench-parts.ts';
import { cpuPerPiece, cpuTime } from '../kit/cpu-time.ts';
import { freePorts } from '../kit/free-ports.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { BILLER, KIND } from '../kit/seed-people.ts';
import { drip } from '../kit/send-load.ts';
import { sitDown } from '../kit/sit-down.ts';
import { buildPortal } from '../pay-page/build-portal.ts';
import type { Heard } from './listen.ts';

const PER_SECOND = 30;

/** Threads that change in turn: the same one again only after seconds, so that no two changes of it are told as one. */
const THREADS = 200;

/** As long as what a console is told of a thread, in letters. */
const EVENT_BYTES = 480;

/** How long what is still on its way may take. */
const LEFT_MS = 5_000;

/**
 * W8: a thousand consoles hold a stream open to one API process while threads change in the database 30 times a second:
 * from the statement that changes one to the last byte at each console. Beside it a bare server of Node's that writes as
 * many bytes as often to as many.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const consoles = options.n ?? 1_000;
  const changes = Math.ceil(PER_SECOND * options.seconds);
  await buildPortal();
  const plain = await measurePlain(consoles, changes);
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    await withClient(database.url, (client) => seedThreads(client, 10 * THREADS));
    const api = await parts.start('api');
    const agent = await sitDown(parts, 'anna');
    agent.leave();
    const listeners = listen(`${parts.origin}/console/live`, agent.cookie, consoles);
    await listeners.ready;
    const pids = { api: api.process.pid };
    const before = cpuTime(pids);
    await changeThreads(database.url, changes);
    const ours = await hear(listeners);
    const cpu = cpuPerPiece(before, cpuTime(pids), changes);
    const memory = peakMemory(pids);
    await listeners.stop();
    return report({ consoles, changes, ours, plain, cpu, memory });
  } finally {
    await parts.stop();
    await database.stop();
  }
}

/** Changes one thread after the other, over connections enough that none waits for the one before. */
async function changeThreads(url: string, changes: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await drip(changes, PER_SECOND, async (index) => {
    const thread = `bench_id('${KIND.conversation}', ${10 * (1 + (index % THREADS))})`;
    await pool.query(
      `update desk set last_words = 'at ${Date.now()}' where biller_id = '${BILLER}' and conversation_id = ${thread}`,
    );
  });
  await pool.end();
}

async function measurePlain(consoles: number, changes: number): Promise<Heard> {
  const [port = 0] = await freePorts(1);
  const args = [port, PER_SECOND, changes, EVENT_BYTES].map(String);
  const file = path.join(import.meta.dirname, 'plain-server.ts');
  const server = runChild('plain', { file, args, nodeArgs: [], env: process.env });
  await server.ready;
  const listeners = listen(`http://127.0.0.1:${port}/`, '', consoles);
  await listeners.ready;
  await fetch(`http://127.0.0.1:${port}/go`);
  await new Promise((wake) => setTimeout(wake, (changes * 1_000) / PER_SECOND));
  const heard = await hear(listeners);
  await listeners.stop();
  await server.stop();
  return heard;
}

function listen(url: string, cookie: string, consoles: number): Child {
  const file = path.join(import.meta.dirname, 'listen.ts');
  return runChild('consoles', {
    file,
    args: [url, cookie, String(consoles)],
    nodeArgs: [],
    env: process.env,
  });
}

/** Waits for what is still on its way, then asks what came. */
async function hear(listeners: Child): Promise<Heard> {
  await new Promise((wake) => setTimeout(wake, LEFT_MS));
  const answer = once(listeners.process, 'message');
  listeners.process.send?.('tell');
  const [heard] = await answer;
  return heard as Heard;
}

interface Measured {
  consoles: number;
  changes: number;
  ours: Heard;
  plain: Heard;
  cpu: string;
  memory: Record<string, number>;
}

function report({ consoles, changes, ours, plain, cpu, memory }: Measured): Result {
  const wanted = consoles * changes;
  const row = (what: string, heard: Heard, bar?: string): Row => ({
    what,
    ours: heard.deliveries,
    unit: 'told',
    limit: { value: wanted, what: `every change at every console` },
    ...(bar && { bar }),
    p50Ms: heard.p50Ms,
    p99Ms: heard.p99Ms,
  });
  const isRight = ours.deliveries === wanted && ours.lost === 0;
  return {
    id: 'W8',
    title: `${consoles.toLocaleString('en-US')} consoles are told what changes, ${PER_SECOND} times a second`,
    rows: [row('told', ours, '1.00, p99 ≤ 500 ms'), row('told by plain Node', plain)],
    peakMemoryMb: memory,
    notes: [
      `from the statement that changes a thread to the last byte at each console; changes are gathered for a tenth of a second and loaded with one question`,
      ...(cpu ? [`processor time of one change: ${cpu}`] : []),
      `${isRight ? 'right' : 'WRONG'}: ${changes} changes, ${consoles} consoles, ${ours.deliveries} of ${wanted} deliveries, ${ours.lost} streams lost`,
    ],
  };
}
