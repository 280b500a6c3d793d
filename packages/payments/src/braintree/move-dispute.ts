import type { DisputeMove } from '../payments-port.ts';
import type { BraintreeVendor, VendorDisputeResult } from './braintree-vendor.ts';
import { callVendor, explainTurnedAway } from './call-vendor.ts';
import { findDispute } from './find-dispute.ts';

/**
 * Makes one change of a dispute, and reads what came of it.
 * @param goal what the vendor's record shows where an earlier try of the same has arrived
 */
export async function moveDispute(
  vendor: BraintreeVendor,
  vendorId: string,
  goal: 'answered' | 'lost' | undefined,
  call: () => Promise<VendorDisputeResult>,
): Promise<DisputeMove> {
  const answer = await callVendor(call, vendor.timeoutMs);
  if (answer.kind === 'failed') {
    const text = explainTurnedAway(answer.type);
    return text ? { kind: 'refused', code: answer.type, text } : { kind: 'unknown', reason: answer.type };
  }
  if (answer.value.success) return { kind: 'done' };
  const now = goal && (await findDispute(vendor, vendorId));
  const isThere = now?.kind === 'found' && GOALS[goal ?? 'lost'].includes(now.dispute.status);
  return isThere ? { kind: 'done' } : readRefusal(answer.value);
}

const GOALS = { answered: ['disputed', 'under_review'], lost: ['accepted', 'auto_accepted'] };

export function readRefusal({ errors, message }: VendorDisputeResult): DisputeMove {
  const [error] = errors?.deepErrors() ?? [];
  return { kind: 'refused', code: error?.code ?? 'refused', text: error?.message ?? message ?? 'refused' };
}
