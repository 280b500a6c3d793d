import type { Evidence } from './evidence.ts';
import type { Dispute } from './vendors/sale.ts';

/** What is broken about the money that banks take back, and about what may be done while they have it. */
export function judgeBanks(evidence: Evidence): string[] {
  return [
    ...judgeDisputes(evidence),
    ...judgeSent(evidence),
    ...judgeClosed(evidence),
    ...judgeOwed(evidence),
    ...evidence.diary.restless.map((id) => `charged by itself while its bill rests: ${id}`),
  ];
}

/** Every dispute of a payment of ours is known once, and stands where the bank has decided. */
function judgeDisputes({ store, gateway }: Evidence): string[] {
  const found: string[] = [];
  for (const dispute of gateway.bank.disputes.values()) {
    const rows = [...store.disputes.values()].filter(({ vendorId }) => vendorId === dispute.id);
    const [row] = rows;
    if (rows.length !== 1 || !row) found.push(`kept ${rows.length} times: ${dispute.id}`);
    else if (row.state !== stateOf(dispute) || row.wonMinor !== dispute.wonMinor)
      found.push(`${row.state} here, ${dispute.status} at the bank: ${dispute.id}`);
  }
  return found;
}

/** The ledger calls a part that was won lost. */
function stateOf({ wonMinor, minor }: Dispute): string {
  return wonMinor === minor ? 'won' : 'lost';
}

/** From the commit that takes a dispute in until it is won no refund of its payment is sent off. */
function judgeSent({ diary }: Evidence): string[] {
  const taken = new Set<string>();
  const found: string[] = [];
  for (const { what, paymentId } of diary.disputed) {
    if (what === 'taken') taken.add(paymentId);
    else if (what === 'won') taken.delete(paymentId);
    else if (taken.has(paymentId)) found.push(`refund sent of what a bank has: ${paymentId}`);
  }
  return found;
}

/** What a bank has closed is never charged again. */
function judgeClosed({ diary }: Evidence): string[] {
  const closed = new Set<string>();
  const found: string[] = [];
  for (const { what, methodId } of diary.methods) {
    if (what === 'closed') closed.add(methodId);
    else if (closed.has(methodId)) found.push(`charged after its bank said no: ${methodId}`);
  }
  return found;
}

/** Nobody owes more than their bill, but for what they were given back of a payment that then never held. */
function judgeOwed({ store, diary }: Evidence): string[] {
  const given = (invoiceId: string) =>
    [...store.refunds.values()].some(
      (refund) =>
        refund.state === 'done' &&
        store.payments.get(refund.paymentId)?.returnedAt != null &&
        refund.parts.some((part) => part.invoiceId === invoiceId),
    );
  return diary.overowed
    .filter(({ invoiceId }) => !given(invoiceId))
    .map(({ invoiceId, minor, by }) => `${minor} owed on ${invoiceId} by ${by}`);
}
