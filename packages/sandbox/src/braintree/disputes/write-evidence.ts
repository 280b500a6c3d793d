import { globalId } from '../wire/global-id.ts';
import { dayOf, type XmlObject } from '../wire/write-xml.ts';
import type { Evidence } from './dispute-record.ts';

/** One piece of evidence as the gateway shows it. */
export function writeEvidence(evidence: Evidence): XmlObject {
  return {
    id: evidence.id,
    globalId: globalId('disputeevidence', evidence.id),
    comment: evidence.comment,
    createdAt: new Date(evidence.createdAt),
    sentToProcessorAt: dayOf(evidence.sentToProcessorAt),
    url: evidence.url,
    category: evidence.category,
    tag: evidence.category,
    sequenceNumber: evidence.sequenceNumber === null ? null : Number(evidence.sequenceNumber),
  };
}
