import pg from 'pg';
import { OUTBOX_CHANNEL } from './wake-dispatcher.ts';

/**
 * Calls `wake` whenever something was put into the outbox, over a connection of its own, until `stop`. Where the
 * connection is lost nothing is missed for long: dispatchers look by themselves too, and it is opened again.
 */
export async function listenToOutbox(url: string, wake: () => void): Promise<{ stop(): Promise<void> }> {
  let isStopped = false;
  let client: pg.Client | undefined;
  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('notification', wake);
    next.on('error', () => next.end().catch(() => undefined));
    next.on('end', () => {
      if (!isStopped) setTimeout(() => connect().catch(() => undefined), 1_000).unref();
    });
    await next.connect();
    await next.query(`listen ${OUTBOX_CHANNEL}`);
    client = next;
  };
  // Where the server is away the connection ends, and is opened again like one that was lost.
  await connect().catch(() => undefined);
  return {
    async stop() {
      isStopped = true;
      await client?.end();
    },
  };
}
