import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BraintreeOptions } from './braintree/braintree-sandbox.ts';
import { startBraintree } from './braintree/start-braintree.ts';
import { type SandboxClock, scaledClock } from './control/clock.ts';
import { type PlivoOptions, startPlivo } from './plivo/start-plivo.ts';

/** What the config file holds: the options of each vendor, without the clock, which they share. */
interface SandboxConfig {
  plivo: Omit<PlivoOptions, 'clock'>;
  braintree: Omit<BraintreeOptions, 'clock'>;
  /** How many times faster than real time the sandbox's clock runs; 1 where absent. */
  clockScale?: number;
}

const usage = `Starts both vendors' sandboxes in one process.

  node src/main.ts --config sandbox.json [--plivo-port 4010] [--braintree-port 4020] [--clock-scale 60]

When both are ready, one line of JSON with their addresses is written to the standard output.`;

try {
  await start();
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

async function start(): Promise<void> {
  const config = readConfig();
  const clock = scaledClock(config.clockScale ?? 1);
  // Plivo first: it takes the clock forward to where an earlier run left it, and Braintree starts from there.
  const plivo = await startPlivo({ ...config.plivo, clock });
  const braintree = await startBraintree({ ...config.braintree, clock }).catch(async (error) => {
    await plivo.stop();
    throw error;
  });
  const stop = () => void stopAll(clock, [plivo, braintree]);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Started by another program, it ends with it, however that ends.
  process.once('disconnect', stop);
  const { apiUrl, handsetUrl, origin } = plivo;
  console.log(
    JSON.stringify({ plivo: { origin, apiUrl, handsetUrl }, braintree: { origin: braintree.origin } }),
  );
}

function readConfig(): SandboxConfig {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      'plivo-port': { type: 'string' },
      'braintree-port': { type: 'string' },
      'clock-scale': { type: 'string' },
    },
  });
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
