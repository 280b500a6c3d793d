import type { BraintreeVendor, VendorDispute } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';

/** The ids of disputes that banks opened from `from` to `to`, by the vendor's calendar, both days included. */
export async function listDisputes(
  vendor: BraintreeVendor,
  span: { from: string; to: string },
): Promise<{ kind: 'found'; vendorIds: string[] } | { kind: 'unanswered'; reason: string }> {
  const answer = await callVendor(async () => {
    const found: string[] = [];
    const stream = vendor.gateway.dispute.search((search) => {
      search.receivedDate().between(span.from, span.to);
    });
    await new Promise<void>((resolve, reject) => {
      stream.on('data', ({ id }: VendorDispute) => id && found.push(id));
      stream.on('end', () => resolve());
      stream.on('error', reject);
    });
    return found;
  }, vendor.timeoutMs * 10);
  return answer.kind === 'failed'
    ? { kind: 'unanswered', reason: `no answer (${answer.type})` }
    : { kind: 'found', vendorIds: answer.value };
}
