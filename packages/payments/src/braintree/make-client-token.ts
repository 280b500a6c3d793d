import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readFailure } from './read-failure.ts';

/** A token with which a browser shows the vendor's own card fields; it opens nothing else and ages within a day. */
export async function makeClientToken(
  vendor: BraintreeVendor,
): Promise<{ kind: 'made'; token: string } | Failed> {
  const answer = await callVendor(() => vendor.gateway.clientToken.generate({}), vendor.timeoutMs);
  const failure = readFailure(answer);
  if (failure || answer.kind === 'failed')
    return failure ?? { kind: 'failed', reason: answer.kind, retryable: true };
  return { kind: 'made', token: answer.value.clientToken };
}
