import { z } from 'zod';

const ids = { billerId: z.uuid() };

/**
 * Every job there is: its payload, and how it is tried again. A handler may run twice, so each is written to find its
 * work done. What is due at a time of its own (texts, payments to ask about) is no job but a row that says so.
 *
 * A worker takes up to `batch` of a kind at once, in each of its `lanes`. Each lane looks whenever a job of its kind is told
 * of, so that lanes which are not needed cost a question each for every job.
 */
export const JOBS = {
  /** An inbound text waits for its answer. */
  'conversation.answer': {
    payload: z.object({ ...ids, messageId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 1,
    // A batch ends with its slowest job, and a lost answer of the processor's takes its whole timeout: small and several.
    lanes: 8,
    batch: 5,
  },
  /** A carrier's report waits to be applied to its message. */
  'message.record-delivery': {
    payload: z.object({ ...ids, reportId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 2,
    lanes: 2,
    batch: 20,
  },
  /** A notice of the processor's waits to be read. */
  'payment.read-notice': {
    payload: z.object({ ...ids, noticeId: z.uuid() }),
    retryLimit: 20,
    retryDelaySeconds: 5,
    lanes: 2,
    batch: 10,
  },
  /** Bills that were issued and not yet announced get their text. */
  'invoice.announce': {
    payload: z.object({ ...ids }),
    retryLimit: 3,
    retryDelaySeconds: 30,
    lanes: 2,
    batch: 5,
  },
  /** An uploaded file waits to be checked, or loaded. */
  'import.run': {
    payload: z.object({ ...ids, fileId: z.uuid() }),
    // A fault of ours is told to whoever waits for it; this is for a worker that died.
    retryLimit: 3,
    retryDelaySeconds: 5,
    lanes: 1,
    batch: 1,
  },
} as const;

export type JobName = keyof typeof JOBS;

export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
