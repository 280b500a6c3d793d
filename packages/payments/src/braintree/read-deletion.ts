import type { Failed } from '../payments-port.ts';
import { explainTurnedAway, type VendorAnswer } from './call-vendor.ts';

/** What became of a deletion. What is not there is as good as deleted, and the caller may want to know the difference. */
export function readDeletion(answer: VendorAnswer<unknown>): { kind: 'deleted' | 'not-found' } | Failed {
  if (answer.kind === 'answered') return { kind: 'deleted' };
  const { type } = answer;
  if (type === 'notFoundError') return { kind: 'not-found' };
  const text = explainTurnedAway(type);
  const retryable = !text || type === 'tooManyRequestsError';
  return { kind: 'failed', reason: text ?? `no answer (${type})`, code: type, retryable };
}
