import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookRequest } from '../../sms-port.ts';

export interface TakenWebhooks {
  /** The public address of this server: what a webhook's url begins with. */
  origin: string;
  /** What came, in the shape that a route of ours hands to the port. */
  taken: WebhookRequest[];
  stop(): Promise<void>;
}

/** Stands in for our own webhook routes in tests: takes every call, answers 200 and keeps it. */
export async function takeWebhooks(): Promise<TakenWebhooks> {
  const taken: WebhookRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers: WebhookRequest['headers'] = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = [value].flat().join(',');
    const params = Object.fromEntries(new URLSearchParams(body));
    taken.push({ method: 'POST', url: `${origin}${request.url}`, headers, params });
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    taken,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
