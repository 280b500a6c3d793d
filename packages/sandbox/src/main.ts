import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BraintreeOptions } from './braintree/braintree-sandbox.ts';
import type { Fixtures } from './braintree/fixtures/fixtures.ts';
import { vendorTests } from './braintree/fixtures/vendor-tests.ts';
import { startBraintree } from './braintree/start-braintree.ts';
import { type SandboxClock, scaledClock } from './control/clock.ts';
import { type PlivoOptions, startPlivo } from './plivo/start-plivo.ts';

/** What the config file holds: the options of each vendor, without the clock, which they share. */
interface SandboxConfig {
  plivo: Omit<PlivoOptions, 'clock'>;
  braintree: Omit<BraintreeOptions, 'clock' | 'fixtures'> & { fixtures?: Fixtures | 'vendor-tests' };
  /** How many times faster than real time the sandbox's clock runs; 1 where absent. */
  clockScale?: number;
}

const usage = `Starts both vendors' sandboxes in one process.

  node src/main.ts --config sandbox.json [--plivo-port 4010] [--braintree-port 4020] [--clock-scale 60]
  node src/main.ts --vendor-tests [--braintree-port 3000]

The second form starts Braintree's alone, with the merchants, plans and records that the test suites of the vendor's own
SDKs expect. A config file may ask for the same with "fixtures": "vendor-tests".

When both are ready, one line of JSON with their addresses is written to the standard output.`;

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const flags = readFlags();
  if (flags['vendor-tests']) return startVendorTests(flags['braintree-port']);
  const config = readConfig(flags);
  const clock = scaledClock(config.clockScale ?? 1);
  // Plivo first: it takes the clock forward to where an earlier run left it, and Braintree starts from there.
  const plivo = await startPlivo({ ...config.plivo, clock });
  const braintree = await startBraintree({ ...braintreeOptions(config), clock }).catch(async (error) => {
    await plivo.stop();
    throw error;
  });
  stopWhenTold(clock, [plivo, braintree]);
  const { apiUrl, handsetUrl, origin } = plivo;
  console.log(
    JSON.stringify({ plivo: { origin, apiUrl, handsetUrl }, braintree: { origin: braintree.origin } }),
  );
}

/** Braintree's alone, on the port that the vendor's suites call where they are told no other. */
async function startVendorTests(port = '3000'): Promise<void> {
  const clock = scaledClock(1);
  const braintree = await startBraintree({
    ...vendorTests(),
    port: numberOf('--braintree-port', port),
    clock,
  });
  stopWhenTold(clock, [braintree]);
  console.log(JSON.stringify({ braintree: { origin: braintree.origin } }));
}

function stopWhenTold(clock: SandboxClock, servers: { stop(): Promise<void> }[]): void {
  const stop = () => void stopAll(clock, servers);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by another program, it ends with it, however that ends.
  process.once('disconnect', stop);
}

function readFlags() {
  return parseArgs({
    options: {
      config: { type: 'string' },
      'plivo-port': { type: 'string' },
      'braintree-port': { type: 'string' },
      'clock-scale': { type: 'string' },
      'vendor-tests': { type: 'boolean' },
    },
  }).values;
}

function braintreeOptions({ braintree: { fixtures, ...options } }: SandboxConfig) {
  if (fixtures === 'vendor-tests') return { ...vendorTests(), ...options };
  return fixtures ? { ...options, fixtures } : options;
}

function readConfig(values: ReturnType<typeof readFlags>): SandboxConfig {
  if (!values.config) throw new Error(usage);
  const config = JSON.parse(readFileSync(values.config, 'utf8')) as SandboxConfig;
  if (!config.plivo || !config.braintree) throw new Error(`${values.config} needs "plivo" and "braintree".`);
  if (values['plivo-port']) config.plivo.port = numberOf('--plivo-port', values['plivo-port']);
  if (values['braintree-port'])
    config.braintree.port = numberOf('--braintree-port', values['braintree-port']);
  if (values['clock-scale']) config.clockScale = numberOf('--clock-scale', values['clock-scale']);
  return config;
}

function numberOf(flag: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error(`${flag} takes a number above zero, not "${value}".`);
  return number;
}

async function stopAll(clock: SandboxClock, servers: { stop(): Promise<void> }[]): Promise<void> {
  clock.stop();
  await Promise.all(servers.map((server) => server.stop()));
  process.exit(0);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Name another in the config file or with a flag.`;
  return error.message;
}
