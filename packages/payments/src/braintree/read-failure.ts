import type { Failed } from '../payments-port.ts';
import type { VendorResult } from './braintree-vendor.ts';
import { explainTurnedAway, type VendorAnswer } from './call-vendor.ts';

interface VerifiedResult extends VendorResult {
  /** Present where a card was refused by the check that goes with storing it. */
  verification?: { processorResponseCode?: string; gatewayRejectionReason?: string } | undefined;
}

/** Why something that moves no money did not work; undefined where it did. */
export function readFailure(answer: VendorAnswer<unknown>): Failed | undefined {
  if (answer.kind === 'failed') {
    const { type } = answer;
    const text = explainTurnedAway(type);
    const reason = text ?? `no answer (${type})`;
    // Lost is safe to ask again here; keys and records do not mend themselves.
    return { kind: 'failed', reason, code: type, retryable: !text || type === 'tooManyRequestsError' };
  }
  if (!isResult(answer.value)) {
    return { kind: 'failed', reason: 'the answer is not the vendor’s', retryable: true };
  }
  const result = answer.value;
  if (result.success) return undefined;
  const [error] = result.errors?.deepErrors() ?? [];
  const { gatewayRejectionReason, processorResponseCode } = result.verification ?? {};
  const code = error?.code ?? gatewayRejectionReason ?? processorResponseCode;
  const reason = error?.message ?? (result.verification ? 'the card did not pass the check' : 'refused');
  return { kind: 'failed', reason, ...(code && { code }), retryable: false };
}

function isResult(value: unknown): value is VerifiedResult {
  return (
    typeof value === 'object' && value !== null && 'success' in value && typeof value.success === 'boolean'
  );
}
