// The whole product as real processes, killed and cut off in every way while people pay their bills; then an oracle that
// shares no code with it compares what the vendors hold with what we do. docs/operations/chaos.md says how to read it.
import { parseArgs } from 'node:util';
import { killChildren } from './child.ts';
import { runChaos } from './run-chaos.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    factor: { type: 'string', default: '5' },
    rate: { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
  },
});

const order = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  seed: values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed),
  factor: Number(values.factor),
  perSecond: Number(values.rate),
};
const again = `npm run chaos -- --rounds ${order.rounds} --seconds ${order.seconds} --seed ${order.seed}`;
const beganMs = Date.now();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    killChildren();
    process.exit(130);
  });
}
process.on('exit', killChildren);

console.log(again);
try {
  const { table, violations, falls } = await runChaos(order, (line) => console.log(line));
  console.log(`\n${table.join('\n')}`);
  for (const fall of falls.slice(0, values.verbose ? falls.length : 3)) console.log(`\nfell: ${fall}`);
  for (const { invariant, row } of violations) console.log(`\nBROKEN ${invariant}\n  ${JSON.stringify(row)}`);
  console.log(`\n${((Date.now() - beganMs) / 1_000).toFixed(0)} s; run it again with: ${again}`);
  console.log(violations.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = violations.length === 0 ? 0 : 1;
} catch (error) {
  console.log(error);
  process.exitCode = 1;
}
process.exit();
