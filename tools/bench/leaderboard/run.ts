import { request } from 'node:http';
import { countScore } from '@kvitt/db/incentive/count-score';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import type { Runtime } from '@kvitt/runtime/open-runtime';
import { askInTurn, type Pace } from '../kit/ask-in-turn.ts';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { openParts, type Parts } from '../kit/bench-parts.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import { percentile } from '../kit/percentile.ts';
import type { BenchOptions, Result } from '../kit/result.ts';
import { BILLER } from '../kit/seed-people.ts';
import { flood } from '../kit/send-load.ts';
import { type AtConsole, sitDown } from '../kit/sit-down.ts';
import { buildPortal } from '../pay-page/build-portal.ts';
import { measureBareCounts, measureBareReads } from './measure-bare.ts';
import { AGENTS, seedScores } from './seed-scores.ts';

const READS = 300;
const COUNTS = 2_000;
const AT_ONCE = 8;

/** How often it is watched until a count is seen at the console. */
const WATCHED = 20;

/**
 * W6: the leaderboard of 10,000 agents with n enrollments: read over HTTP by a signed-in agent who stands in it, counted up
 * as a confirmed enrollment does, and the time until a count is told to a console and read there.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 1_000_000;
  await buildPortal();
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    await withClient(database.url, (client) => seedScores(client, n));
    const bareReads = await withClient(database.url, (client) => measureBareReads(client, READS));
    const bareCounts = await measureBareCounts(database.url, COUNTS, AT_ONCE);
    const api = await parts.start('api');
    const anna = await sitDown(parts, 'anna');
    const runtime = await parts.openRuntime();
    const measured = await measure(parts, runtime, anna);
    await runtime.close();
    anna.leave();
    return report(n, { bareReads, bareCounts, ...measured }, peakMemory({ api: api.process.pid }));
  } finally {
    await parts.stop();
    await database.stop();
  }
}

interface Board {
  top: unknown[];
  own?: { enrollments: number; rank: number };
}

async function measure(parts: Parts, runtime: Runtime, anna: AtConsole) {
  const count = (agentId: string) =>
    inTransaction(runtime.context(), (tx) =>
      countScore(tx.em, { billerId: BILLER, agentId, at: tx.clock.now() }, { enrollments: 1 }),
    );
  const show = async () => (await anna.ask<Board>('leaderboard.show', { period: 'month' })).data;
  // In the middle of the board: her rank is counted over half of it.
  for (let times = 0; times < 40; times++) await count(anna.id);
  const reads = await askInTurn(READS, show);
  const startedMs = performance.now();
  await flood(COUNTS, AT_ONCE, (index) => count(agentOf(1 + ((index * 7_919) % AGENTS))));
  const countsPerSecond = (COUNTS * 1_000) / (performance.now() - startedMs);

  const stream = await openStream(`${parts.origin}/console/live`, anna.cookie);
  const before = (await show()).own?.enrollments ?? 0;
  const seenMs: number[] = [];
  for (let times = 1; times <= WATCHED; times++) {
    const countedMs = performance.now();
    const told = stream.next('leaderboard');
    await count(anna.id);
    await told;
    const board = await show();
    if (board.own?.enrollments !== before + times)
      throw new Error('a console was told of a count that it cannot read');
    seenMs.push(performance.now() - countedMs);
    // What one count tells is gathered for a moment; the next one is to be told by itself.
    await new Promise((wake) => setTimeout(wake, 300));
  }
  stream.close();
  const board = await show();
  return { reads, countsPerSecond, seenMs, board };
}

/** As `bench_id` of the seed makes it. */
function agentOf(number: number): string {
  return `d0000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** One console's stream; `next` settles with the next event of a kind. */
async function openStream(url: string, cookie: string) {
  let waiting: { kind: string; come(): void } | undefined;
  const outgoing = request(url, { headers: { cookie } });
  await new Promise<void>((opened, failed) => {
    outgoing.on('response', (incoming) => {
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        if (waiting && chunk.includes(`event: ${waiting.kind}\n`)) waiting.come();
      });
      incoming.on('error', () => undefined);
      opened();
    });
    outgoing.on('error', failed);
    outgoing.end();
  });
  return {
    next: (kind: string) =>
      new Promise<void>((come) => {
        waiting = { kind, come };
      }),
    close: () => outgoing.destroy(),
  };
}

interface Measured {
  bareReads: Pace;
  bareCounts: number;
  reads: Pace;
  countsPerSecond: number;
  seenMs: number[];
  board: Board;
}

function report(n: number, measured: Measured, memory: Record<string, number>): Result {
  const { bareReads, bareCounts, reads, countsPerSecond, seenMs, board } = measured;
  return {
    id: 'W6',
    title: `the leaderboard of ${AGENTS.toLocaleString('en-US')} agents with ${n.toLocaleString('en-US')} enrollments`,
    rows: [
      {
        what: 'the best, and one’s own rank',
        ours: reads.perSecond,
        unit: '/s',
        limit: {
          value: bareReads.perSecond,
          what: 'two statements over a bare connection, no HTTP, no session',
        },
        bar: 'p99 ≤ 10 ms',
        p50Ms: reads.p50Ms,
        p99Ms: reads.p99Ms,
      },
      {
        what: 'counted up',
        ours: countsPerSecond,
        unit: '/s',
        limit: { value: bareCounts, what: `the same upsert over ${AT_ONCE} bare connections` },
      },
      {
        what: 'seen at a console',
        ours: 1_000 / (seenMs.reduce((sum, ms) => sum + ms, 0) / seenMs.length),
        unit: '/s',
        bar: 'p99 < 1000 ms',
        p50Ms: percentile(seenMs, 0.5),
        p99Ms: percentile(seenMs, 0.99),
      },
    ],
    peakMemoryMb: memory,
    notes: [
      `reads one after the other; counts of agents by lot, ${AT_ONCE} at once, each in a transaction of its own; "seen" is from the count until the console was told and has read it`,
      `the board shows ${board.top.length} lines, and the agent who asks at rank ${board.own?.rank}`,
    ],
  };
}
