import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import { isOwnHours, OWN_HOURS, type OwnHours, writeOwnHours } from '@kvitt/domain/consent/policy/own-hours';
import { addContactRules } from '../consent/add-contact-rules.ts';
import { endContactRule } from '../consent/end-contact-rule.ts';
import type { TxCtx } from '../kit/context.ts';

export type OwnHoursAnswer = { kind: 'set' } | { kind: 'refused'; refusal: 'TOO_NARROW' };

/**
 * Sets the hours in which a customer wants to be texted about an account, or lifts them, within the caller's transaction.
 * They are a rule of the account's beside all others, so they narrow what the policy allows and cannot widen it.
 * @param hours undefined where any hour that the rules allow will do
 */
export async function setOwnHours(
  tx: TxCtx,
  { billerId, accountId, hours }: { billerId: string; accountId: string; hours: OwnHours | undefined },
): Promise<OwnHoursAnswer> {
  if (hours && !isOwnHours(hours)) return { kind: 'refused', refusal: 'TOO_NARROW' };
  const rules = await tx.em.find(ContactRule, { billerId, accountId, kind: 'window', endedAt: null });
  for (const { id, rule } of rules) {
    if (rule.id === OWN_HOURS) await endContactRule(tx, { billerId, id, by: 'customer' });
  }
  if (hours)
    await addContactRules(tx, { billerId, accountId, rules: [writeOwnHours(hours)], by: 'customer' });
  return { kind: 'set' };
}
