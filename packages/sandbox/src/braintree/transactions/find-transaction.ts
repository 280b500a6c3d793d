import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { listOf } from '../wire/write-xml.ts';
import { writeTransaction } from './write-transaction.ts';

/** GET /transactions/:id */
export const findTransaction: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  return transaction ? answer({ transaction: writeTransaction(gateway, transaction) }) : notFound();
};

/** GET /transactions/:id/line_items */
export const findLineItems: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  return transaction ? answer({ lineItems: listOf('line-item', transaction.lineItems) }) : notFound();
};

export function transactionOf(gateway: Gateway, call: Call): Transaction | undefined {
  return gateway.state.transactions[call.path.id ?? ''];
}
