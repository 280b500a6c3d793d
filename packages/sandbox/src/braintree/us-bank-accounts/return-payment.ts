import type { Gateway } from '../state/gateway.ts';
import { moveTo } from '../transactions/move-to.ts';

/**
 * Has the bank send a payment back, also one that was settled already: the ACH network gives most two banking days for it
 * and a consumer who never allowed it sixty. `code` is the network's: R01, R10 …
 * @throws Error where the transaction is not a payment from a bank account that is pending or settled
 */
export function returnPayment(gateway: Gateway, transactionId: string, code: string): void {
  const transaction = gateway.state.transactions[transactionId];
  if (transaction?.instrument.kind !== 'us_bank_account' || !/^R\d\d$/.test(code)) {
    throw new Error(`${transactionId} cannot be returned as ${code}`);
  }
  if (!['settlement_pending', 'settlement_confirmed', 'settled'].includes(transaction.status)) {
    throw new Error(`${transactionId} is ${transaction.status}`);
  }
  transaction.achReturns = [...(transaction.achReturns ?? []), { code, at: gateway.clock.now() }];
  moveTo(gateway, transaction, 'settlement_declined', 'ach_return');
}
