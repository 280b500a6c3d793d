import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';

type Answer = (request: Request, env: object) => Response | Promise<Response>;

/** A port that is listened at, and who answers there once there is somebody. */
export interface Door {
  port: number;
  answerBy(answer: Answer): void;
  close(): Promise<void>;
}

/**
 * Listens on a port of the system's choice before anything is built that has to know it: a port that is looked for first and
 * taken later may be another's by then.
 */
export async function openDoor(): Promise<Door> {
  let answer: Answer = () => new Response('nobody is here yet', { status: 503 });
  const fetch: Answer = (request, env) => answer(request, env);
  const opened = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, opened.resolve);
  server.once('error', opened.reject);
  const { port } = await opened.promise;
  return {
    port,
    answerBy: (next) => {
      answer = next;
    },
    async close() {
      // A console that listens holds its connection for as long as it likes.
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
