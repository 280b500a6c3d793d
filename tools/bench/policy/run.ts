import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mayText } from '@kvitt/domain/consent/may-text';
import type { PolicyInput } from '@kvitt/domain/consent/policy/policy-input';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { cpuTime } from '../kit/cpu-time.ts';
import { peakMemory } from '../kit/peak-memory.ts';
import type { BenchOptions, Result } from '../kit/result.ts';

/** Decisions per second on one core that the contract asks for. */
const BAR = 100_000;

const CASES = path.resolve(import.meta.dirname, '../../../packages/domain/node/contact-cases.json');

/**
 * P: may this message go to this person now? All worked cases, each at instants of its own over a year, so that nothing
 * is answered from a memory of the same question: windows, caps, changes of the clock and searches for the next minute.
 */
export async function run({ n = 300_000 }: BenchOptions): Promise<Result> {
  const cases: unknown[] = JSON.parse(readFileSync(CASES, 'utf8'));
  const inputs = spread(cases.map(readPolicyInput), n);
  for (const input of inputs.slice(0, 20_000)) mayText(input);
  const own = { self: process.pid };
  const before = cpuTime(own);
  const started = performance.now();
  const decided = new Map<string, number>();
  for (const input of inputs) {
    const { decision } = mayText(input);
    decided.set(decision, (decided.get(decision) ?? 0) + 1);
  }
  const seconds = (performance.now() - started) / 1_000;
  const cpuSeconds = ((cpuTime(own).self ?? 0) - (before.self ?? 0)) / 1_000;
  return {
    id: 'P',
    title: 'the contact policy: may this message go to this person now',
    rows: [
      {
        what: 'decisions',
        ours: n / seconds,
        unit: '/s',
        limit: { value: BAR, what: 'not a limit but the bar: what one core must decide at least' },
        bar: '≥ 1.00',
      },
    ],
    peakMemoryMb: peakMemory(own),
    notes: [
      `${n} decisions in ${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of one core: ${[...decided].map(([decision, count]) => `${count} ${decision}`).join(', ')}`,
    ],
  };
}

/** The cases over and over, each time some hours later, with what happened before still as long before. */
function spread(cases: readonly PolicyInput[], n: number): PolicyInput[] {
  return Array.from({ length: n }, (_, at) => {
    const input = cases[at % cases.length];
    if (!input) throw new Error('there are no cases');
    const laterMs = ((at * 7_919) % 525_600) * 60_000;
    const history = input.facts.history?.map((contact) => ({ ...contact, at: contact.at + laterMs }));
    return {
      ...input,
      at: input.at + laterMs,
      facts: history ? { ...input.facts, history } : input.facts,
    };
  });
}
