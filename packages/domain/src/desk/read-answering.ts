/**
 * For how long after the customer wrote a person's text is still an answer to it: over a weekend. Later it comes unasked,
 * and keeps the hours and caps of texts that do.
 */
const ANSWER_WITHIN_MS = 72 * 3_600_000;

/** What a person's text is to the rules of contact. */
export type Answering = { purpose: 'reply'; askedAt: Date } | { purpose: 'service' };

/**
 * Whether a text that a person writes answers the customer, or comes unasked.
 * @param lastInboundAt when the customer last wrote; null where never
 * @param sendAt when it is to go
 */
export function readAnswering(lastInboundAt: Date | null | undefined, sendAt: Date): Answering {
  if (!lastInboundAt || sendAt.getTime() - lastInboundAt.getTime() > ANSWER_WITHIN_MS) {
    return { purpose: 'service' };
  }
  return { purpose: 'reply', askedAt: lastInboundAt };
}
