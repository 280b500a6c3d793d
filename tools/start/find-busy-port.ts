import { createServer } from 'node:net';
import type { Ports } from './local-parts.ts';

/** The first of our ports that another program has; undefined where all are free. */
export async function findBusyPort(ports: Ports): Promise<number | undefined> {
  for (const port of [ports.portal, ports.handset, ports.cards]) {
    if (!(await isFree(port))) return port;
  }
  return undefined;
}

/** Asked of the address that our servers take, so that what we find free is free for them. */
function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });
}
