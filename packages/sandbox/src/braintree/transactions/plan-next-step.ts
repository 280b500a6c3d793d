import type { Transaction } from '../state/records.ts';

const hourMs = 3_600_000;

/**
 * How long each step of settlement takes. The vendor sends a batch to the processor once a day and settles it by the
 * next; money from a bank account takes the banks three days. These are the shortest times that keep that order.
 */
const settlement = { batchMs: 12 * hourMs, settleMs: 12 * hourMs, bankMs: 72 * hourMs };

/** The step that the clock takes next with this transaction, or none where it has come to its end. */
export function planNextStep(transaction: Transaction, now: number): Transaction['next'] {
  switch (transaction.status) {
    case 'authorized':
      return transaction.authorizationExpiresAt === null
        ? null
        : { at: transaction.authorizationExpiresAt, status: 'authorization_expired' };
    case 'submitted_for_settlement':
      return { at: now + settlement.batchMs, status: 'settling' };
    case 'settling':
      return { at: now + settlement.settleMs, status: 'settled' };
    case 'settlement_pending':
      return transaction.instrument.kind === 'paypal_account'
        ? null
        : { at: now + settlement.bankMs, status: bankOutcome(transaction) };
    case 'settlement_confirmed':
      return { at: now + settlement.settleMs, status: 'settled' };
    default:
      return null;
  }
}

/** Amounts from 4001.00 to 4001.99 stand for a bank that sends the money back. */
function bankOutcome(transaction: Transaction): 'settled' | 'settlement_declined' {
  return transaction.amount.startsWith('4001.') ? 'settlement_declined' : 'settled';
}
