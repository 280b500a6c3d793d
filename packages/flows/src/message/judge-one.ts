import { lastingReasons } from '@kvitt/domain/consent/policy/lasting-reasons';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { type ReasonWords, reasonWords } from '@kvitt/domain/consent/policy/reason-words';
import { RULES } from '@kvitt/domain/consent/policy/rules';
import type { TxCtx } from '../kit/context.ts';
import { type DecidedText, decideTexts, type OpenText } from './decide-texts.ts';

export interface ContactVerdict {
  /** `allowed` now · `later` from `nextAllowedAt` on · `held` a person decides about it · `refused` whenever it is. */
  kind: 'allowed' | 'later' | 'held' | 'refused';
  /** Why not, the weightiest first, each with its source. */
  reasons: ReasonWords[];
  /** The first minute at which it may go, as ISO text. */
  nextAllowedAt: string | null;
}

const KINDS = { ALLOW: 'allowed', DEFER: 'later', REVIEW: 'held', DENY: 'refused' } as const;

/** Asks the contact policy about a text that nobody has written yet, in words for whoever would write it. Nothing is kept. */
export async function judgeOne(
  tx: TxCtx,
  billerId: string,
  text: Pick<OpenText, 'phoneId' | 'template' | 'purpose' | 'askedAt' | 'followsAgreement'>,
): Promise<ContactVerdict> {
  const open = { ...text, id: tx.ids.next(), invoiceId: null, body: '', from: '' };
  const [decided] = await decideTexts(tx, billerId, [open]);
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
  const lasting = lastingReasons(reasons);
  if (!('category' in inputs)) return lasting.map((code) => ({ code, words: '', source: '' }));
  const input = readPolicyInput(inputs);
  return lasting.map((code) => reasonWords(code, input, RULES));
}
