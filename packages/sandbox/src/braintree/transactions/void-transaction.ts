import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { group } from '../wire/params.ts';
import { transactionOf } from './find-transaction.ts';
import { moveTo } from './move-to.ts';
import { onceByKey } from './once-by-key.ts';
import { transactionAnswer } from './transaction-answer.ts';

/** PUT /transactions/:id/void: only before the money is on its way (91504). */
export const voidTransaction: Act = (gateway, call) => {
  const transaction = transactionOf(gateway, call);
  if (!transaction) return notFound();
  const sent = group(call.body.transaction);
  return onceByKey(gateway, call, sent, `void ${transaction.id}`, () => cancel(gateway, call, transaction));
};

function cancel(gateway: Gateway, call: Call, transaction: Transaction) {
  if (!mayVoid(transaction)) {
    const errors = collectErrors();
    errors.add(['transaction'], 'base', '91504');
    return { answer: errors.refuse(call.body), transactionId: null };
  }
  moveTo(gateway, transaction, 'voided');
  return { answer: transactionAnswer(gateway, transaction, call.body, 200), transactionId: transaction.id };
}

function mayVoid(transaction: Transaction): boolean {
  if (transaction.status === 'authorized' || transaction.status === 'submitted_for_settlement') return true;
  const waits = transaction.status === 'settlement_pending';
  return waits && ['paypal_account', 'us_bank_account'].includes(transaction.instrument.kind);
}
