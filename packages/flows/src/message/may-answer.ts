import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { type ReasonWords, reasonWords } from '@kvitt/domain/consent/policy/reason-words';
import { RULES } from '@kvitt/domain/consent/policy/rules';
import { readAnswering } from '@kvitt/domain/desk/read-answering';
import type { TxCtx } from '../kit/context.ts';
import { type DecidedText, decideTexts } from './decide-texts.ts';

export interface AnswerVerdict {
  /** `allowed` now · `later` from `nextAllowedAt` on · `held` a person decides about it · `refused` whenever it is. */
  kind: 'allowed' | 'later' | 'held' | 'refused';
  /** Why not, the weightiest first, each with its source. */
  reasons: ReasonWords[];
  /** The first minute at which it may go, as ISO text. */
  nextAllowedAt: string | null;
}

const KINDS = { ALLOW: 'allowed', DEFER: 'later', REVIEW: 'held', DENY: 'refused' } as const;

/**
 * Whether a person may answer in a thread now, and if not, why and when: the contact policy, asked as it is of an answer
 * that is queued. Nothing is kept.
 * @param thread.lastInboundAt when the customer last wrote
 */
export async function mayAnswer(
  tx: TxCtx,
  thread: { billerId: string; phoneId: string; lastInboundAt: Date | null },
): Promise<AnswerVerdict> {
  const { billerId, phoneId, lastInboundAt } = thread;
  const answering = readAnswering(lastInboundAt, tx.clock.now());
  const askedAt = answering.purpose === 'reply' ? answering.askedAt : undefined;
  const text = { id: tx.ids.next(), phoneId, invoiceId: null, template: 'agent-reply', body: '', from: '' };
  const [decided] = await decideTexts(tx, billerId, [{ ...text, purpose: answering.purpose, askedAt }]);
  if (!decided) throw new Error('one text has one decision');
  const next = decided.nextAllowedAt;
  return {
    kind: KINDS[decided.decision],
    reasons: sayReasons(decided),
    nextAllowedAt: next === null ? null : new Date(next).toISOString(),
  };
}

/** What could not be put together has no inputs to name its rules by. */
function sayReasons({ reasons, inputs }: DecidedText): ReasonWords[] {
  if (!('category' in inputs)) return reasons.map((code) => ({ code, words: '', source: '' }));
  const input = readPolicyInput(inputs);
  return reasons.map((code) => reasonWords(code, input, RULES));
}
