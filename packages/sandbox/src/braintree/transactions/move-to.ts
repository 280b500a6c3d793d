import type { Gateway } from '../state/gateway.ts';
import type { Transaction, TransactionStatus } from '../state/records.ts';
import { planNextStep } from './plan-next-step.ts';
import { writeTransaction } from './write-transaction.ts';

/** Moves a transaction to its next status, lays the step after it on the clock, and tells of it where the vendor does. */
export function moveTo(
  gateway: Gateway,
  transaction: Transaction,
  status: TransactionStatus,
  source = 'api',
): void {
  const now = gateway.clock.now();
  transaction.status = status;
  transaction.updatedAt = now;
  transaction.history.push({ status, at: now, amount: transaction.amount, source });
  if (status === 'settlement_declined' && transaction.instrument.kind === 'us_bank_account')
    // A bank that says no more than no: the commonest of the network's codes.
    transaction.achReturns ??= [{ code: 'R01', at: now }];
  if (status === 'settlement_declined')
    transaction.settlementResponse = { code: '4001', text: 'Settlement Declined' };
  if (status === 'settlement_pending')
    transaction.settlementResponse = { code: '4002', text: 'Settlement Pending' };
  if (status === 'settlement_confirmed') transaction.settlementResponse = { code: '4000', text: 'Confirmed' };
  transaction.next = planNextStep(transaction, now);
  gateway.schedule(transaction);
  const kind = announcedAs(transaction);
  if (kind) gateway.announce(kind, { transaction: writeTransaction(gateway, transaction) });
}

/** The vendor tells of settlement only for money from bank accounts; that of cards is learned by asking. */
function announcedAs(transaction: Transaction): string | undefined {
  const isBank = ['us_bank_account', 'sepa_debit_account'].includes(transaction.instrument.kind);
  if (!isBank) return undefined;
  if (transaction.status === 'settled') return 'transaction_settled';
  return transaction.status === 'settlement_declined' ? 'transaction_settlement_declined' : undefined;
}
