import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  bytes: number;
  /** From the first byte sent to the last one received. */
  tookMs: number;
}

export interface Request {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** A pool of connections that are kept, as a carrier keeps them. */
export function openClient(connections: number): { send(wanted: Request): Promise<Answer>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: (wanted) => send(agent, wanted),
    close: () => agent.destroy(),
  };
}

/** Does `act` for 0 to `count` - 1, `atOnce` at a time: as fast as whoever answers can. */
export async function flood(
  count: number,
  atOnce: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Does `act` `perSecond` times a second, whether or not the earlier ones have been answered. */
export async function drip(
  count: number,
  perSecond: number,
  act: (index: number) => Promise<void>,
): Promise<void> {
  const startedMs = performance.now();
  const underWay: Promise<void>[] = [];
  while (underWay.length < count) {
    const dueMs = startedMs + (underWay.length * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 1) await new Promise((wake) => setTimeout(wake, waitMs));
    underWay.push(act(underWay.length));
  }
  await Promise.all(underWay);
}

function send(agent: Agent, wanted: Request): Promise<Answer> {
  const { url, method = 'GET', headers = {}, body } = wanted;
  const startedMs = performance.now();
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method, headers: { ...headers, ...length } }, (incoming) => {
      let bytes = 0;
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, bytes, tookMs: performance.now() - startedMs }),
      );
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
