import type { DecisionLine } from '@kvitt/db/message/list-decisions';
import { mayText } from '@kvitt/domain/consent/may-text';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import { type ReasonWords, reasonWords } from '@kvitt/domain/consent/policy/reason-words';
import type { PolicyRules } from '@kvitt/domain/consent/policy/rule';
import { writeAnswer } from '@kvitt/domain/consent/policy/written-answer';

/** A stored decision in words, and whether deciding anew from what was stored with it comes out the same. */
export interface ExplainedDecision extends Omit<DecisionLine, 'inputs' | 'rules' | 'reasons'> {
  reasons: ReasonWords[];
  isSame: boolean;
}

/** Explains a decision by the rules that it was made by, and makes it again. Pure: nothing of today goes in. */
export function explainDecision({ inputs, rules, ...line }: DecisionLine): ExplainedDecision {
  // What could not be put together then cannot be now: that was denied, and is.
  if (inputs.category === undefined) {
    const reasons = line.reasons.map((code) => ({ code, words: '', source: '' }));
    return { ...line, reasons, isSame: line.decision === 'DENY' };
  }
  const input = readPolicyInput(inputs);
  const policy = rules as unknown as PolicyRules;
  const again = writeAnswer(mayText(input, policy));
  const next = line.nextAllowedAt === null ? null : Date.parse(line.nextAllowedAt);
  const nextAgain = again.next_allowed_at === null ? null : Date.parse(again.next_allowed_at);
  return {
    ...line,
    reasons: line.reasons.map((code) => reasonWords(code, input, policy)),
    isSame:
      again.decision === line.decision && again.reasons.join() === line.reasons.join() && next === nextAgain,
  };
}
