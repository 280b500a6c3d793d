import type { ClientRule } from './client-rule.ts';
import { FACT_FIELDS } from './fact-fields.ts';
import type { PolicyAnswer, PolicyInput } from './policy-input.ts';
import { writeInstant } from './read-instant.ts';

/** An answer as the contract writes it. */
export interface WrittenAnswer {
  decision: PolicyAnswer['decision'];
  reasons: string[];
  next_allowed_at: string | null;
}

export function writeAnswer({ decision, reasons, nextAllowedAt }: PolicyAnswer): WrittenAnswer {
  return { decision, reasons, next_allowed_at: nextAllowedAt === null ? null : writeInstant(nextAllowedAt) };
}

/** What a decision depended on, as JSON that `readPolicyInput` reads back. */
export function writePolicyInput(input: PolicyInput): Record<string, unknown> {
  const { jur, zones, at, category, channel, consent, facts } = input;
  const written: Record<string, unknown> = {};
  for (const [name, key, shape] of FACT_FIELDS) {
    const value = facts[key];
    if (value === undefined) continue;
    if (shape === 'history') {
      written[name] = facts.history?.map((contact) => ({ ...contact, at: writeInstant(contact.at) }));
    } else if (shape === 'windows' || shape === 'caps' || shape === 'blocks') {
      written[name] = (value as readonly ClientRule[]).map(writeRule);
    } else {
      written[name] = value;
    }
  }
  return { jur, zones, at: writeInstant(at), category, channel, consent, facts: written };
}

function writeRule(rule: ClientRule): Record<string, unknown> {
  const { layer: _, confidence: __, source, waivedBy, minDpd, ...rest } = rule;
  const { calDays, ...shared } = { calDays: undefined, ...rest };
  return {
    ...shared,
    src: source,
    ...(calDays !== undefined && { cal_days: calDays }),
    ...(waivedBy !== undefined && { waived_by: waivedBy }),
    ...(minDpd !== undefined && { min_dpd: minDpd }),
  };
}
