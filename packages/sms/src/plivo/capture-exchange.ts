import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

/** What was seen on the wire; nothing of the request is kept, because that is a phone number and a text. */
export type Exchange<T> =
  | { kind: 'answered'; value: T }
  /** An HTTP answer that the SDK rejected, with what the SDK would have thrown away. */
  | { kind: 'rejected'; status: number; retryAfter?: string; apiId?: string; complaint?: string }
  /** No answer; `code` is the network's word for it, or `deadline`. */
  | { kind: 'lost'; code: string };

interface Seen {
  status?: number;
  retryAfter?: string;
  apiId?: string;
  complaint?: string;
  code?: string;
}

interface HttpResponse {
  status?: number;
  headers?: Record<string, unknown>;
  data?: unknown;
}

interface Agent {
  maxSockets: number;
  maxFreeSockets: number;
}

interface SdkAxios {
  defaults: { httpAgent?: Agent; httpsAgent?: Agent };
  interceptors: {
    response: {
      use(
        onAnswer: (response: HttpResponse) => HttpResponse,
        onError: (error: { response?: HttpResponse; code?: string }) => Promise<never>,
      ): number;
    };
  };
}

/** The SDK times out a silent socket; a quarter more ends an answer that trickles in for ever. */
const TRICKLE_ALLOWANCE = 1.25;

const current = new AsyncLocalStorage<Seen>();
let isListening = false;

/**
 * Runs one call of the Plivo SDK and says what came of it on the wire; never throws. The SDK rejects with a bare
 * Error for 429 (the status and Retry-After are gone), with a string for a cut connection, and with the whole request
 * attached for the rest. So the truth is read one floor below, from the axios that the SDK itself has loaded; the
 * async context tells which call an answer belongs to.
 */
export async function captureExchange<T>(call: () => Promise<T>, timeoutMs: number): Promise<Exchange<T>> {
  listen();
  const seen: Seen = {};
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Exchange<T>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'lost', code: 'deadline' }), timeoutMs * TRICKLE_ALLOWANCE);
  });
  const answer = current.run(seen, call).then(
    (value): Exchange<T> => ({ kind: 'answered', value }),
    (): Exchange<T> => describe(seen),
  );
  return Promise.race([answer, deadline]).finally(() => clearTimeout(timer));
}

function describe(seen: Seen): Exchange<never> {
  if (seen.status === undefined) return { kind: 'lost', code: seen.code ?? 'unreadable' };
  const { status, retryAfter, apiId, complaint } = seen;
  return {
    kind: 'rejected',
    status,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(apiId !== undefined && { apiId }),
    ...(complaint !== undefined && { complaint }),
  };
}

/** Listens on the SDK's own axios: another copy in the tree would never see the SDK's calls. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  const fromHere = createRequire(import.meta.url);
  const axios: SdkAxios = createRequire(fromHere.resolve('plivo'))('axios');
  // The SDK opens 100 connections and keeps 20 of them: of every full batch the others would be opened, and greeted, anew.
  for (const agent of [axios.defaults.httpAgent, axios.defaults.httpsAgent]) {
    if (agent) agent.maxFreeSockets = agent.maxSockets;
  }
  axios.interceptors.response.use(
    (response) => {
      note(response);
      return response;
    },
    (error) => {
      note(error.response, error.code);
      return Promise.reject(error);
    },
  );
}

function note(response: HttpResponse | undefined, code?: string): void {
  const seen = current.getStore();
  if (!seen) return;
  if (code) seen.code = code;
  if (response?.status === undefined) return;
  seen.status = response.status;
  const retryAfter = response.headers?.['retry-after'];
  if (typeof retryAfter === 'string') seen.retryAfter = retryAfter;
  const body = response.data;
  if (typeof body !== 'object' || body === null) return;
  if ('error' in body && typeof body.error === 'string') seen.complaint = body.error;
  if ('api_id' in body && typeof body.api_id === 'string') seen.apiId = body.api_id;
}
