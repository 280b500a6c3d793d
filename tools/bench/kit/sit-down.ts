import { request, Agent as Sockets } from 'node:http';
import { addAgent } from '@kvitt/flows/agent/add-agent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { hashPassword } from 'better-auth/crypto';
import type { Parts } from './bench-parts.ts';
import { BILLER } from './seed-people.ts';

const PASSWORD = 'a quiet harbour at six';

/** An agent at the console, signed in as a browser is. */
export interface AtConsole {
  id: string;
  cookie: string;
  /** Asks the API over HTTP on a connection that is kept; gives the answer and how long it took, to its last byte. */
  ask<T>(procedure: string, input: unknown): Promise<{ data: T; tookMs: number }>;
  leave(): void;
}

/** Adds an agent and signs them in. The API has to be running. */
export async function sitDown(parts: Parts, name: string): Promise<AtConsole> {
  const email = `${name}@bench.example`;
  const runtime = await parts.openRuntime();
  const passwordHash = await hashPassword(PASSWORD);
  const id = await inTransaction(runtime.context(), (tx) =>
    addAgent(tx, { billerId: BILLER, name, email, role: 'manager', passwordHash }),
  );
  await runtime.close();
  const signedIn = await fetch(`${parts.origin}/console/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: parts.origin },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  if (!cookie) throw new Error(`${email} was not let in: ${signedIn.status} ${await signedIn.text()}`);
  const sockets = new Sockets({ keepAlive: true });
  return {
    id,
    cookie,
    ask: (procedure, input) => {
      const query = `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return askOnce(sockets, `${parts.origin}/console/trpc/${procedure}${query}`, cookie);
    },
    leave: () => sockets.destroy(),
  };
}

function askOnce<T>(agent: Sockets, url: string, cookie: string): Promise<{ data: T; tookMs: number }> {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers: { cookie } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const tookMs = performance.now() - startedMs;
        const words = Buffer.concat(chunks).toString('utf8');
        if (incoming.statusCode !== 200)
          return reject(new Error(`${url} was answered with ${incoming.statusCode}: ${words.slice(0, 300)}`));
        resolve({ data: JSON.parse(words).result.data as T, tookMs });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
