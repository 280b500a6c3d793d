import type { MoveAnswer } from '../payments-port.ts';
import type { VendorResult } from './braintree-vendor.ts';
import { explainTurnedAway, type VendorAnswer } from './call-vendor.ts';
import { explainValidations } from './decline-codes.ts';

/** The statuses in which a void, or the transaction that a refund is, has done what was asked. */
const DONE: Readonly<Record<'void' | 'refund', readonly string[]>> = {
  void: ['voided'],
  refund: ['submitted_for_settlement', 'settling', 'settlement_confirmed', 'settled'],
};
const REFUSED = ['processor_declined', 'gateway_rejected', 'failed', 'settlement_declined'];

/**
 * What became of a void or a refund, with the same care as for a sale: what may have happened is unknown. It is read
 * from the status and not from the success of the call, which with a request key only says that the state was told.
 */
export function readMove(answer: VendorAnswer<VendorResult>, move: 'void' | 'refund'): MoveAnswer {
  if (answer.kind === 'failed') {
    const text = explainTurnedAway(answer.type);
    return text ? { kind: 'refused', code: answer.type, text } : unknown(`no answer (${answer.type})`);
  }
  const { value } = answer;
  if (typeof value !== 'object' || value === null) return unknown('the answer is not the vendor’s');
  const { transaction } = value;
  const errors = value.errors?.deepErrors() ?? [];
  const codes = errors.map((error) => error.code);
  if (explainValidations(codes) === 'undecided') return unknown('an earlier request has the same key');
  if (transaction?.gatewayRejectionReason === 'duplicate') return unknown('the processor saw it before');
  const status = transaction?.status ?? '';
  if (value.success && transaction?.id && DONE[move].includes(status)) {
    return { kind: 'done', vendorId: transaction.id };
  }
  const declined = REFUSED.includes(status)
    ? (transaction?.gatewayRejectionReason ?? transaction?.processorResponseCode ?? status)
    : undefined;
  const code = codes[0] ?? declined;
  if (!code) return unknown(`the answer says ${status || 'neither yes nor no'}`);
  return {
    kind: 'refused',
    code,
    text: errors[0]?.message ?? transaction?.processorResponseText ?? 'refused',
  };
}

function unknown(reason: string): MoveAnswer {
  return { kind: 'unknown', reason };
}
