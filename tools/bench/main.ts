// Measures the workloads that matter, each beside what the same machine can do at most in the same run. Nothing here
// fails for being slow: the table is for people, the JSON for comparing runs.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printTable } from './kit/print-table.ts';
import type { BenchOptions, Result, Workload } from './kit/result.ts';

const WORKLOADS: Record<string, () => Promise<{ run: Workload }>> = {
  W1: () => import('./inbound-pay/run.ts'),
  W2: () => import('./import/run.ts'),
  W3: () => import('./reminders/run.ts'),
  W4: () => import('./dispatch/run.ts'),
  W5: () => import('./inbox/run.ts'),
  W6: () => import('./leaderboard/run.ts'),
  W7: () => import('./pay-page/run.ts'),
  W8: () => import('./live/run.ts'),
  PAGES: () => import('./pay-page/measure-in-browser.ts'),
  W9: () => import('./growth/run.ts'),
  POLICY: () => import('./policy/run.ts'),
};

/** How much of each where nobody asked for any one of them: enough to see what has become of the ratios. */
const SMALL: Record<string, number> = {
  W1: 300,
  W2: 50_000,
  W3: 50_000,
  W4: 5_000,
  W5: 20_000,
  W6: 50_000,
  W7: 500,
  W8: 300,
  POLICY: 300_000,
};

const USAGE = `npm run bench -- [W…] [--n N] [--seconds S] [--json] [--profile FOLDER]

  W1  a text that says yes becomes a captured payment      n: texts (600)
  W2  a file of bills is imported                          n: bills (100,000)
  W3  every open bill is planned to its next reminder  n: bills (100,000)
  W4  an outbox full of texts is sent                      n: texts (20,000)
  W5  the inbox and the search for customers are asked     n: threads (100,000)
  W6  the leaderboard is read and counted up               n: enrollments (1,000,000)
  W7  the pay page is rendered                             n: pages
  W8  a thousand consoles are told what changes            n: consoles (1,000)
  W9  W1, W3 and W5 at growing sizes, named alone          customers: --sizes
  pages   what a phone on slow 4G sees, by Lighthouse, named alone
  policy  whether a message may go is decided              n: decisions (300,000)
  all of them, one after the other and smaller, where none is named

  --sizes    of W9, the smallest first: 10000,100000,1000000
  --n        how much of it; each workload has its own number
  --seconds  how long the parts that run by the clock take (10)
  --json     the results as JSON on the standard output, and no table
  --profile  a folder for CPU profiles of the API and the worker`;

const { values, positionals } = readArguments();
const names =
  positionals.length > 0
    ? positionals.map((name) => name.toUpperCase())
    : Object.keys(WORKLOADS).filter((name) => name !== 'W9' && name !== 'PAGES');
const options: BenchOptions = {
  seconds: Number(values.seconds),
  ...(values.n && { n: Number(values.n) }),
  ...(values.sizes && { sizes: values.sizes.split(',').map(Number) }),
  ...(values.profile && { profileTo: values.profile }),
};
if (values.help || names.some((name) => !(name in WORKLOADS)) || !isSensible(options)) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 64);
}

const results: Result[] = [];
for (const name of names) {
  process.stderr.write(`${name} ...\n`);
  const { run } = (await WORKLOADS[name]?.()) ?? {};
  if (!run) continue;
  const n = options.n ?? (positionals.length === 0 ? SMALL[name] : undefined);
  const result = await run({ ...options, ...(n !== undefined && { n }) });
  results.push(result);
  const file = path.resolve(import.meta.dirname, '../..', `bench-${name.toLowerCase()}.json`);
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...result }, null, 2)}\n`);
}
console.log(values.json ? JSON.stringify(results, null, 2) : printTable(results));

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        n: { type: 'string' },
        seconds: { type: 'string', default: '10' },
        json: { type: 'boolean', default: false },
        sizes: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(64);
  }
}

function isSensible({ n = 1, seconds, sizes = [1] }: BenchOptions): boolean {
  return [n, ...sizes].every((size) => Number.isInteger(size) && size > 0) && seconds > 0;
}
