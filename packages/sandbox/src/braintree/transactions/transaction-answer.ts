import type { Answer, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { refuseWith } from '../wire/collect-errors.ts';
import type { Params } from '../wire/params.ts';
import { writeTransaction } from './write-transaction.ts';

/** The answer to a call that made or changed a transaction: 201, or 422 with the transaction that came to nothing. */
export function transactionAnswer(
  gateway: Gateway,
  transaction: Transaction,
  sent: Params,
  status = 201,
): Answer {
  const shown = { transaction: writeTransaction(gateway, transaction) };
  if (transaction.status === 'processor_declined' || transaction.status === 'failed') {
    return refuseWith(transaction.processor.text ?? 'Processor Declined', sent, shown);
  }
  if (transaction.status === 'gateway_rejected') {
    return refuseWith(`Gateway Rejected: ${transaction.gatewayRejectionReason}`, sent, shown);
  }
  return { status, body: shown };
}
