import { z } from 'zod';

const ids = { billerId: z.uuid() };

/**
 * Every job there is: its payload, and how it is tried again. A handler may run twice, so each is written to find its
 * work done. What is due at a time of its own (texts, payments to ask about) is no job but a row that says so.
 */
export const JOBS = {
  /** An inbound text waits for its answer. */
  'conversation.answer': {
    payload: z.object({ ...ids, messageId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 1,
  },
  /** A carrier's report waits to be applied to its message. */
  'message.record-delivery': {
    payload: z.object({ ...ids, reportId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 2,
  },
  /** A notice of the processor's waits to be read. */
  'payment.read-notice': {
    payload: z.object({ ...ids, noticeId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 5,
  },
  /** Bills that were issued and not yet announced get their text. */
  'invoice.announce': {
    payload: z.object({ ...ids }),
    retryLimit: 3,
    retryDelaySeconds: 30,
  },
} as const;

export type JobName = keyof typeof JOBS;

export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
