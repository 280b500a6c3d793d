import { mayText } from '@kvitt/domain/consent/may-text';
import { writeInstant } from '@kvitt/domain/consent/policy/read-instant';
import { readPolicyInput } from '@kvitt/domain/consent/policy/read-policy-input';
import type { PolicyRules } from '@kvitt/domain/consent/policy/rule';
import { writeAnswer as toWritten, type WrittenAnswer } from '@kvitt/domain/consent/policy/written-answer';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

interface Stored {
  id: string;
  phase: string;
  decision: WrittenAnswer['decision'];
  reasons: string[];
  next: string | null;
  inputs: Record<string, unknown>;
  version: string;
  rules: PolicyRules;
}

/**
 * `policy replay ID`: decides anew, from what was stored with a decision and by the rules that it was made by, and compares
 * byte for byte. The id is a decision's, or a text's with all of its decisions. One line of JSON each.
 */
export async function replayDecision(id: string): Promise<ExitCode> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
    throw new CommandError(
      EXIT.usage,
      `${id} is no id: it is written as 01990000-0000-7000-8000-000000000000.`,
    );
  }
  return withContext({ isReadOnly: true }, async (ctx) => {
    const found = await ctx.em.fork().execute<Stored[]>(
      `select d.id, d.phase, d.decision, d.reasons, d.next_allowed_at as next, d.inputs, d.policy_version as version, v.rules
      from decision d join policy_version v on v.biller_id = d.biller_id and v.hash = d.policy_version
      where d.id = ? or d.message_id = ? order by d.at, d.id`,
      [id, id],
    );
    if (found.length === 0)
      throw new CommandError(EXIT.no, `There is no decision, and no text, with the id ${id}.`);
    let differ = 0;
    for (const one of found) {
      const stored = {
        decision: one.decision,
        reasons: one.reasons,
        next_allowed_at: one.next === null ? null : writeInstant(new Date(one.next).getTime()),
      };
      const replayed = replay(one);
      const isSame = JSON.stringify(stored) === JSON.stringify(replayed);
      if (!isSame) differ += 1;
      await writeAnswer(
        `${JSON.stringify({ id: one.id, phase: one.phase, policy: one.version, stored, replayed, same: isSame })}\n`,
      );
    }
    return differ > 0 ? EXIT.no : EXIT.done;
  });
}

/** What could not be put together then cannot be now: that was denied, and is. */
function replay({ inputs, rules }: Stored): WrittenAnswer {
  if (inputs.category === undefined) {
    return { decision: 'DENY', reasons: ['POLICY_ERROR'], next_allowed_at: null };
  }
  return toWritten(mayText(readPolicyInput(inputs), rules));
}
