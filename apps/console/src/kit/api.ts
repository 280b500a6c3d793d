import type { ConsoleRouter } from '@kvitt/api/console/router';
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from '@trpc/client';
import { readAnswer } from './read-answer.ts';

const url = '/console/trpc';
/** What is longer does not fit an address, and goes in the body. */
const LONG = 1_000;

/** What the server is asked; questions of one moment go together. */
export const api = createTRPCClient<ConsoleRouter>({
  links: [
    splitLink({
      condition: ({ type, input }) => type === 'query' && (JSON.stringify(input) ?? '').length > LONG,
      true: httpLink({ url, methodOverride: 'POST', fetch: ask }),
      false: httpBatchLink({ url, maxURLLength: 2_000, fetch: ask }),
    }),
  ],
});

async function ask(input: RequestInfo | URL | string, init?: unknown) {
  const answer = await fetch(input, init as RequestInit);
  return { ok: answer.ok, json: async () => readAnswer(await answer.text()) };
}

/** What a refused or failed question says. */
export type Problem =
  | { kind: 'signed-out' }
  /** The server's code for a "no". */
  | { kind: 'refused'; refusal: string }
  | { kind: 'offline' }
  | { kind: 'failed' };

export function readProblem(error: unknown): Problem {
  if (!(error instanceof TRPCClientError)) return { kind: 'failed' };
  const code: unknown = error.data?.code;
  if (code === 'UNAUTHORIZED') return { kind: 'signed-out' };
  if (code === 'UNPROCESSABLE_CONTENT') return { kind: 'refused', refusal: error.message };
  return code === undefined ? { kind: 'offline' } : { kind: 'failed' };
}
