// Kvitt's protocol in a world without time: seeds by the hundred a second, every fault there is, and mutants of the
// protocol that have to be caught. docs/operations/chaos.md says what it proves and what it cannot.
import { parseArgs } from 'node:util';
import { catchMutant, MUTANT_SEEDS } from './catch-mutant.ts';
import { MUTANTS, type Mutant, WEATHER } from './mutants.ts';
import { type SeedReport, simulateSeed } from './simulate-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    trace: { type: 'boolean', default: false },
  },
});

if (values.seed !== undefined) showSeed(Number(values.seed), values.mutant as Mutant | undefined);
else if (values.mutants) huntMutants();
else runSeeds(Number(values.seeds));

function showSeed(seed: number, mutant: Mutant | undefined): void {
  const report = simulateSeed(seed, {
    mutant,
    weather: mutant && WEATHER[mutant],
    tell: values.trace ? (line) => console.log(line) : undefined,
  });
  console.log(report);
  process.exitCode = report.broken.length === 0 ? 0 : 1;
}

function runSeeds(seeds: number): void {
  const beganMs = performance.now();
  const sum: Omit<SeedReport, 'broken'> = {
    events: 0,
    sales: 0,
    disputes: 0,
    returns: 0,
    texts: 0,
    deaths: 0,
    lateLandings: 0,
    lostAnswers: 0,
    virtualMs: 0,
  };
  const bad: { seed: number; broken: string[] }[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const { broken, ...counts } = simulateSeed(seed);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += counts[key];
    if (broken.length > 0) bad.push({ seed, broken });
  }
  const seconds = (performance.now() - beganMs) / 1_000;
  const { virtualMs, events, ...counts } = sum;
  console.log(`${seeds} seeds in ${seconds.toFixed(1)} s: ${Math.round(seeds / seconds)} a second`);
  console.log(
    `${Math.round(events / seconds)} events a second, ${Math.round(virtualMs / 3_600_000)} virtual hours`,
  );
  console.log(counts);
  for (const { seed, broken } of bad.slice(0, 10))
    console.log(`BROKEN at seed ${seed}: ${broken.join(' · ')}`);
  console.log(`${seeds - bad.length} passed, ${bad.length} failed`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

function huntMutants(): void {
  let survivors = 0;
  for (const mutant of Object.keys(MUTANTS) as Mutant[]) {
    const caught = catchMutant(mutant);
    if (!caught) survivors += 1;
    const how = caught
      ? `caught at seed ${caught.seed}: ${caught.broken[0]}`
      : `SURVIVED ${MUTANT_SEEDS} seeds`;
    console.log(`${mutant.padEnd(22)} ${how}`);
  }
  console.log(`${Object.keys(MUTANTS).length - survivors} passed, ${survivors} failed`);
  process.exitCode = survivors === 0 ? 0 : 1;
}
