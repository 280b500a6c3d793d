import type { Gateway } from '../state/gateway.ts';
import { globalId } from '../wire/global-id.ts';
import { dayOf, listOf, type XmlObject } from '../wire/write-xml.ts';
import type { Dispute } from './dispute-record.ts';
import { writeEvidence } from './write-evidence.ts';

/** A dispute as the gateway shows it, with the transaction it is about in short. */
export function writeDispute(gateway: Gateway, dispute: Dispute): XmlObject {
  const transaction = gateway.state.transactions[dispute.transactionId];
  return {
    id: dispute.id,
    globalId: globalId('dispute', dispute.id),
    graphqlId: globalId('dispute', dispute.id),
    amount: dispute.amount,
    amountDisputed: dispute.amount,
    amountWon: dispute.amountWon,
    caseNumber: dispute.caseNumber,
    chargebackProtectionLevel: 'not_protected',
    protectionLevel: 'No Protection',
    createdAt: new Date(dispute.createdAt),
    currencyIsoCode: dispute.currency,
    dateOpened: dayOf(dispute.createdAt),
    dateWon: dispute.status === 'won' ? dayOf(dispute.updatedAt) : null,
    evidence: listOf('evidence', dispute.evidence.map(writeEvidence)),
    forwardedComments: null,
    kind: dispute.kind,
    merchantAccountId: dispute.merchantAccountId,
    originalDisputeId: null,
    preDisputeProgram: 'none',
    processorComments: null,
    reason: dispute.reason,
    reasonCode: dispute.reasonCode,
    reasonDescription: null,
    receivedDate: dayOf(dispute.receivedAt),
    referenceNumber: dispute.referenceNumber,
    remainingFileEvidenceStorage: null,
    replyByDate: dayOf(dispute.replyByAt),
    responseDeadline: new Date(dispute.replyByAt),
    status: dispute.status,
    statusHistory: listOf(
      'status-history',
      dispute.history.map(({ status, at, disbursementAt }) => ({
        status,
        timestamp: new Date(at),
        effectiveDate: dayOf(at),
        disbursementDate: dayOf(disbursementAt ?? null),
      })),
    ),
    updatedAt: new Date(dispute.updatedAt),
    transaction: {
      id: dispute.transactionId,
      globalId: globalId('transaction', dispute.transactionId),
      amount: transaction?.amount ?? dispute.amount,
      createdAt: new Date(transaction?.createdAt ?? dispute.createdAt),
      orderId: transaction?.orderId ?? null,
      paymentInstrumentSubtype: transaction?.instrument.card?.cardType ?? null,
      purchaseOrderNumber: null,
      installmentCount: null,
    },
  };
}
