import type { Gateway } from '../state/gateway.ts';
import type { Dispute } from './dispute-record.ts';
import { writeDispute } from './write-dispute.ts';

/** A bank takes weeks to decide; two are enough to see it happen. */
const decidedAfterMs = 14 * 24 * 3_600_000;

/** Moves a dispute to a status and tells of it. */
export function moveDispute(gateway: Gateway, dispute: Dispute, status: string): void {
  const now = gateway.clock.now();
  dispute.status = status;
  dispute.updatedAt = now;
  dispute.history.push({ status, at: now });
  if (status === 'won') dispute.amountWon = dispute.amount;
  if (status === 'disputed') {
    for (const evidence of dispute.evidence) evidence.sentToProcessorAt = now;
  }
  scheduleDispute(gateway, dispute);
  gateway.announce(`dispute_${status}`, { dispute: writeDispute(gateway, dispute) });
}

/**
 * Lays the next step of a dispute on the clock: an open one expires when nobody answers in time, an answered one is
 * decided. The vendor's sandbox decides by the text of the evidence: `compelling_evidence` wins, all else loses.
 */
export function scheduleDispute(gateway: Gateway, dispute: Dispute): void {
  if (dispute.status === 'open') {
    gateway.later(`dispute ${dispute.id}`, dispute.replyByAt, () => moveDispute(gateway, dispute, 'expired'));
  } else if (dispute.status === 'disputed') {
    const isWon = dispute.evidence.some(({ comment }) => comment === 'compelling_evidence');
    gateway.later(`dispute ${dispute.id}`, dispute.updatedAt + decidedAfterMs, () =>
      moveDispute(gateway, dispute, isWon ? 'won' : 'lost'),
    );
  } else {
    gateway.later(`dispute ${dispute.id}`, null, () => undefined);
  }
}
