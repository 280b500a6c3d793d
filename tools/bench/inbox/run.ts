import { askInTurn, type Pace } from '../kit/ask-in-turn.ts';
import { openBenchDatabase, withClient } from '../kit/bench-database.ts';
import { openParts } from '../kit/bench-parts.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { KIND } from '../kit/seed-people.ts';
import { type AtConsole, sitDown } from '../kit/sit-down.ts';
import { buildPortal } from '../pay-page/build-portal.ts';
import { type BareInbox, measureBare, WHOLE_NAMES } from './measure-bare.ts';
import { seedThreads } from './seed-threads.ts';

/** How often each question is asked. */
const QUESTIONS = 300;

/** Names as somebody types them who listens: a letter wrong, a letter left out, two in the wrong order. */
const MISSPELT = ['jonsagrem', 'lindensn', 'matrigren', 'dahlkamann', 'bergules', 'holmruva', 'gramnowood'];

/**
 * W5: the inbox of a biller with n threads, asked over HTTP by a signed-in agent: the first page of all threads and of a
 * pile, the next page, a thread, and the search by name, misspelt name, phone and account number.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const n = options.n ?? 100_000;
  await buildPortal();
  const database = await openBenchDatabase();
  const parts = await openParts(database.url, options).catch(async (error) => {
    await database.stop();
    throw error;
  });
  try {
    await withClient(database.url, (client) => seedThreads(client, n));
    const bare = await withClient(database.url, (client) => measureBare(client, n, QUESTIONS));
    const api = await parts.start('api');
    const agent = await sitDown(parts, 'anna');
    const asked = await askAll(agent, n);
    agent.leave();
    return report(n, bare, asked, peakMemory({ api: api.process.pid }));
  } finally {
    await parts.stop();
    await database.stop();
  }
}

interface Asked {
  paces: Record<'all' | 'unassigned' | 'page' | 'thread' | 'name' | 'misspelt' | 'phone' | 'account', Pace>;
  checked: string;
}

interface Listed {
  lines: { id: string }[];
  next?: { lastAt: string; id: string };
}

async function askAll(agent: AtConsole, n: number): Promise<Asked> {
  const list = async (input: object) => (await agent.ask<Listed>('inbox.list', input)).data;
  const search = async (words: string) => (await agent.ask<unknown[]>('customer.search', { words })).data;
  const person = (index: number) => 1 + ((index * 7_919) % n);
  const turn = (ask: (index: number) => Promise<unknown>) => askInTurn(QUESTIONS, ask);
  const first = await list({ queue: 'all' });
  const second = await list({ queue: 'all', after: first.next });
  const found = {
    name: await search(WHOLE_NAMES[0] ?? ''),
    misspelt: await search(MISSPELT[0] ?? ''),
    phone: await search(String(2_122_000_000 + person(1))),
    account: await search(`A-${person(1)}`),
  };
  const isApart = !second.lines.some(({ id }) => first.lines.some((line) => line.id === id));
  const isRight =
    first.lines.length === 50 && isApart && Object.values(found).every((rows) => rows.length > 0);
  const counts = Object.entries(found).map(([by, rows]) => `${rows.length} by ${by}`);
  return {
    paces: {
      all: await turn(() => list({ queue: 'all' })),
      unassigned: await turn(() => list({ queue: 'unassigned' })),
      page: await turn(() => list({ queue: 'all', after: first.next })),
      thread: await turn((index) =>
        agent.ask('conversation.open', { conversationId: threadOf(person(index)) }),
      ),
      name: await turn((index) => search(WHOLE_NAMES[index % WHOLE_NAMES.length] ?? '')),
      misspelt: await turn((index) => search(MISSPELT[index % MISSPELT.length] ?? '')),
      phone: await turn((index) => search(String(2_122_000_000 + person(index)))),
      account: await turn((index) => search(`A-${person(index)}`)),
    },
    checked: `${isRight ? 'right' : 'WRONG'}: pages of 50 without a thread in both; found ${counts.join(', ')}`,
  };
}

/** As `bench_id` of the seed makes it. */
function threadOf(person: number): string {
  return `${KIND.conversation}0000000-0000-7000-8000-${String(person).padStart(12, '0')}`;
}

function report(
  n: number,
  bare: BareInbox,
  { paces, checked }: Asked,
  memory: Record<string, number>,
): Result {
  const row = (what: string, pace: Pace, bar: string, limit?: [Pace, string]): Row => ({
    what,
    ours: pace.perSecond,
    unit: '/s',
    ...(limit && { limit: { value: limit[0].perSecond, what: limit[1] } }),
    bar,
    p50Ms: pace.p50Ms,
    p99Ms: pace.p99Ms,
  });
  const least = 'the least that SQL has to be asked for it, over a bare connection';
  return {
    id: 'W5',
    title: `the inbox of ${n.toLocaleString('en-US')} threads, asked by one agent over HTTP`,
    rows: [
      row('first page of all', paces.all, 'p99 ≤ 20 ms', [bare.list, least]),
      row('first page of a pile', paces.unassigned, 'p99 ≤ 20 ms', [bare.list, least]),
      row('next page', paces.page, 'p99 ≤ 20 ms', [bare.page, least]),
      row('a thread', paces.thread, 'p99 ≤ 20 ms', [bare.thread, `${least}: its texts alone`]),
      row('search by name', paces.name, 'p99 ≤ 50 ms', [bare.name, least]),
      row('search by a misspelt name', paces.misspelt, 'p99 ≤ 50 ms'),
      row('search by phone', paces.phone, 'p99 ≤ 50 ms'),
      row('search by account number', paces.account, 'p99 ≤ 50 ms'),
    ],
    peakMemoryMb: memory,
    notes: [
      `${QUESTIONS} of each, one after the other on one connection; a question of the agent's asks who they are, takes the console's role and joins names, amounts and tags to the lines`,
      checked,
    ],
  };
}
