import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serviceEnvironment } from '@kvitt/tools/start/service-environment.ts';
import type { App } from './app.ts';

/** What the services of the running application were started with. */
export function serviceEnv({ dataFolder, databaseUrl, port }: App): Record<string, string> {
  const keys = JSON.parse(readFileSync(path.join(dataFolder, 'sandbox-keys.json'), 'utf8'));
  const ports = { portal: port, handset: port + 1, cards: port + 2 };
  return serviceEnvironment({}, { databaseUrl, keys, ports });
}
