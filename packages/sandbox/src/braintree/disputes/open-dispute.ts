import type { Gateway } from '../state/gateway.ts';
import type { Dispute } from './dispute-record.ts';
import { scheduleDispute } from './move-dispute.ts';
import { writeDispute } from './write-dispute.ts';

export interface DisputeWish {
  transactionId: string;
  kind?: 'chargeback' | 'pre_arbitration' | 'retrieval';
  reason?: string;
  /** The transaction's amount where absent. */
  amount?: string;
}

/** The merchant has this long to answer; card schemes give between 7 and 30 days. */
const replyWithinMs = 10 * 24 * 3_600_000;

/** Opens a dispute about a transaction, as a card holder's bank would. @throws Error for an unknown transaction. */
export function openDispute(gateway: Gateway, wish: DisputeWish): Dispute {
  const transaction = gateway.state.transactions[wish.transactionId];
  if (!transaction) throw new Error(`No transaction ${wish.transactionId}`);
  const now = gateway.clock.now();
  const dispute: Dispute = {
    id: gateway.newId(16),
    transactionId: transaction.id,
    kind: wish.kind ?? 'chargeback',
    reason: wish.reason ?? 'fraud',
    reasonCode: '83',
    status: 'open',
    amount: wish.amount ?? transaction.amount,
    amountWon: '0.00',
    currency: transaction.currency,
    caseNumber: `CB${gateway.newNumber()}`,
    referenceNumber: gateway.newNumber(),
    receivedAt: now,
    replyByAt: now + replyWithinMs,
    createdAt: now,
    updatedAt: now,
    history: [{ status: 'open', at: now }],
    evidence: [],
    merchantAccountId: transaction.merchantAccountId,
    customerId: transaction.customerId,
  };
  gateway.state.disputes[dispute.id] = dispute;
  transaction.disputeIds.push(dispute.id);
  scheduleDispute(gateway, dispute);
  gateway.announce('dispute_opened', { dispute: writeDispute(gateway, dispute) });
  return dispute;
}
