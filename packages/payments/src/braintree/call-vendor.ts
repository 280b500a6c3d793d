/** What a call of the SDK came to: a value, or the bare name of the error. The error object itself goes no further. */
export type VendorAnswer<T> = { kind: 'answered'; value: T } | { kind: 'failed'; type: string };

/** The SDK times out a silent socket; a quarter more ends an answer that trickles in, or a search that never ends. */
const TRICKLE_ALLOWANCE = 1.25;

/**
 * Makes one call of the Braintree SDK and never throws for what the vendor or the network did.
 * `type` is the SDK's own (`authenticationError`, `serverError`, `unexpectedError` …), `deadline` where we stopped
 * waiting, or `unreadable` for everything else, such as an answer that is not the vendor's.
 * @throws where the SDK does not know a field that we send, which is a bug of this adapter: nothing was sent then.
 */
export async function callVendor<T>(call: () => Promise<T>, timeoutMs: number): Promise<VendorAnswer<T>> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<VendorAnswer<T>>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'failed', type: 'deadline' }), timeoutMs * TRICKLE_ALLOWANCE);
  });
  // The call is made inside a promise, so that a synchronous throw of the SDK's is an answer like any other.
  const answer = Promise.resolve()
    .then(call)
    .then(
      (value): VendorAnswer<T> => ({ kind: 'answered', value }),
      (error: unknown): VendorAnswer<T> => ({ kind: 'failed', type: readType(error) }),
    );
  const settled = await Promise.race([answer, deadline]).finally(() => clearTimeout(timer));
  if (settled.kind === 'failed' && settled.type === 'invalidKeysError') {
    throw new Error('a request holds a field that the Braintree SDK does not know');
  }
  return settled;
}

function readType(error: unknown): string {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  return typeof type === 'string' && /^[A-Za-z]{3,40}$/.test(type) ? type : 'unreadable';
}

/**
 * The errors after which nothing can have moved: the gateway turned us away before it looked at the request. After any
 * other (`unexpectedError`, `requestTimeoutError`, `gatewayTimeoutError`, `serverError`, `serviceUnavailableError`, a
 * deadline, an unreadable answer) money may have moved, so that the list names the harmless ones and a new kind of
 * error counts as unknown.
 */
const TURNED_AWAY: Readonly<Record<string, string>> = {
  authenticationError: 'the processor does not know our keys',
  authorizationError: 'our keys may not do this at the processor',
  upgradeRequired: 'the processor no longer speaks with this version',
  notFoundError: 'the processor knows no such record',
  tooManyRequestsError: 'the processor has no time for us now',
};

/** A sentence where `type` means that nothing happened; undefined where something may have. */
export function explainTurnedAway(type: string): string | undefined {
  return Object.hasOwn(TURNED_AWAY, type) ? TURNED_AWAY[type] : undefined;
}
