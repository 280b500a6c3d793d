import type { Act } from '../state/gateway.ts';
import type { Transaction, TransactionStatus } from '../state/records.ts';
import { transactionOf } from '../transactions/find-transaction.ts';
import { moveTo } from '../transactions/move-to.ts';
import { writeTransaction } from '../transactions/write-transaction.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';

/** PUT /transactions/:id/settle: the SDK's `testing.settle`, there only in the vendor's sandbox. */
export const settleNow: Act = simulate('settled', [
  'submitted_for_settlement',
  'settling',
  'settlement_pending',
  'settlement_confirmed',
]);

/** PUT /transactions/:id/settlement_confirm */
export const confirmSettlement: Act = simulate('settlement_confirmed', [
  'submitted_for_settlement',
  'settling',
  'settlement_pending',
]);

/** PUT /transactions/:id/settlement_pending */
export const holdSettlement: Act = simulate('settlement_pending', ['submitted_for_settlement', 'settling']);

/** PUT /transactions/:id/settlement_decline */
export const declineSettlement: Act = simulate('settlement_declined', [
  'submitted_for_settlement',
  'settling',
  'settlement_pending',
  'settlement_confirmed',
]);

function simulate(to: TransactionStatus, from: Transaction['status'][]): Act {
  return (gateway, call) => {
    const transaction = transactionOf(gateway, call);
    if (!transaction) return notFound();
    if (!from.includes(transaction.status)) {
      const errors = collectErrors();
      errors.add(['transaction'], 'base', '91575');
      return errors.refuse(call.body);
    }
    moveTo(gateway, transaction, to);
    return answer({ transaction: writeTransaction(gateway, transaction) });
  };
}
