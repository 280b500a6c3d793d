import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that the emulator made to the account's server, as it came over the wire. */
export interface ReceivedCall {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
}

export interface AccountServer {
  origin: string;
  calls: ReceivedCall[];
  /** The status callbacks that came, as `Status` or, with a code, `Status ErrorCode`. */
  statuses(uuid?: string): string[];
  /** How the next calls are answered: a status, a body, or never. The default is an empty 200. */
  answer: (call: ReceivedCall) => { status: number; body?: string } | 'never';
  stop(): Promise<void>;
}

/** A customer of the vendor, for the tests: it takes webhooks, remembers them, and answers as it is told. */
export async function startAccountServer(): Promise<AccountServer> {
  const calls: ReceivedCall[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = `http://${request.headers.host}${request.url}`;
    const source = request.method === 'GET' ? new URL(url).searchParams : new URLSearchParams(body);
    const call = {
      method: request.method ?? '',
      url,
      headers: request.headers,
      params: Object.fromEntries(source),
    };
    calls.push(call);
    const answer = account.answer(call);
    if (answer !== 'never') response.writeHead(answer.status).end(answer.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const account: AccountServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    statuses: (uuid) =>
      calls
        .filter(({ params }) => params.Status && (!uuid || params.MessageUUID === uuid))
        .map(({ params }) => `${params.Status} ${params.ErrorCode}`.trim()),
    answer: () => ({ status: 200 }),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return account;
}
