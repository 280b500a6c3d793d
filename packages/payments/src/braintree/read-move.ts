import type { MoveAnswer } from '../payments-port.ts';
import type { VendorResult } from './braintree-vendor.ts';
import { explainTurnedAway, type VendorAnswer } from './call-vendor.ts';
import { explainValidations } from './decline-codes.ts';

/** What became of a void or a refund. The same care as with a sale: what may have happened is unknown. */
export function readMove(answer: VendorAnswer<VendorResult>): MoveAnswer {
  if (answer.kind === 'failed') {
    const text = explainTurnedAway(answer.type);
    return text ? { kind: 'refused', code: answer.type, text } : unknown(`no answer (${answer.type})`);
  }
  const { value } = answer;
  if (typeof value !== 'object' || value === null) return unknown('the answer is not the vendor’s');
  const { transaction } = value;
  if (value.success) {
    return transaction?.id ? { kind: 'done', vendorId: transaction.id } : unknown('done without an id');
  }
  const errors = value.errors?.deepErrors() ?? [];
  const codes = errors.map((error) => error.code);
  if (explainValidations(codes) === 'undecided') return unknown('an earlier request has the same key');
  if (transaction?.gatewayRejectionReason === 'duplicate') return unknown('the processor saw it before');
  const code = codes[0] ?? transaction?.processorResponseCode ?? transaction?.gatewayRejectionReason;
  if (!code) return unknown('the answer says neither yes nor no');
  return {
    kind: 'refused',
    code,
    text: errors[0]?.message ?? transaction?.processorResponseText ?? 'refused',
  };
}

function unknown(reason: string): MoveAnswer {
  return { kind: 'unknown', reason };
}
