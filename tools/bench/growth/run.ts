import { run as inboundPay } from '../inbound-pay/run.ts';
import { run as inbox } from '../inbox/run.ts';
import type { BenchOptions, Result, Row } from '../kit/result.ts';
import { run as reminders } from '../reminders/run.ts';

/** Where nobody says others: a million takes ten minutes, and 10 GB of room. */
const SIZES = [1_000, 10_000, 100_000];

/** Texts that are paid at each size; the rest of the customers are there and quiet. */
const PAYMENTS = 300;

/** What one piece of work costs at one size, in milliseconds. */
type Costs = Record<string, number>;

/**
 * W9: what a payment, a planned bill and a look into the inbox cost as the biller grows: W1, W3 and W5 once for each
 * size, from the smallest to the largest, and each cost beside that of the smallest.
 */
export async function run(options: BenchOptions): Promise<Result> {
  const sizes = options.sizes ?? SIZES;
  const found: Costs[] = [];
  const peakMemoryMb: Record<string, number> = {};
  const checks: string[] = [];
  for (const size of sizes) {
    process.stderr.write(`W9 at ${size.toLocaleString('en-US')} ...\n`);
    const results = {
      W1: await inboundPay({ ...options, isAlone: true, n: PAYMENTS, customers: size }),
      W3: await reminders({ ...options, isAlone: true, n: size }),
      W5: await inbox({ ...options, n: size }),
    };
    found.push(readCosts(results));
    for (const result of Object.values(results)) {
      Object.assign(peakMemoryMb, result.peakMemoryMb);
      checks.push(...result.notes.filter((note) => /^(right|WRONG)/.test(note)));
    }
  }
  const wrong = checks.filter((note) => note.startsWith('WRONG'));
  return {
    id: 'W9',
    title: `what a piece of work costs at ${sizes.map((size) => size.toLocaleString('en-US')).join(', ')} customers`,
    rows: sizes.flatMap((size, at) => rowsOf(size, found[at] ?? {}, found[0] ?? {})),
    peakMemoryMb,
    notes: [
      `milliseconds of one piece of work (a payment: of processor time, over all processes); the limit is what it cost at ${sizes[0]?.toLocaleString('en-US')}`,
      ...(wrong.length > 0 ? wrong : [`right: all ${checks.length} checks of the workloads`]),
    ],
  };
}

function readCosts({ W1, W3, W5 }: Record<'W1' | 'W3' | 'W5', Result>): Costs {
  const perSecond = (result: Result, what: string) =>
    result.rows.find((row) => row.what === what)?.ours ?? Number.NaN;
  const median = (what: string) => W5.rows.find((row) => row.what === what)?.p50Ms ?? Number.NaN;
  return {
    // Rates move with the neighbours on the machine, processor time does not.
    'W1 a payment': W1.cpuMs ?? 1_000 / perSecond(W1, 'captured'),
    'W3 a bill planned': 1_000 / perSecond(W3, 'planned'),
    'W5 first page': median('first page of all'),
    'W5 next page': median('next page'),
    'W5 a thread': median('a thread'),
    'W5 search by name': median('search by name'),
  };
}

function rowsOf(size: number, costs: Costs, first: Costs): Row[] {
  return Object.entries(costs).map(([what, ms]) => ({
    what: `${what} at ${size.toLocaleString('en-US')}`,
    ours: ms,
    unit: 'ms',
    limit: { value: first[what] ?? Number.NaN, what: 'at the smallest size of the run' },
    bar: '≤ 1.30',
  }));
}
