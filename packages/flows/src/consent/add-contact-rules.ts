import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import type { WrittenClientRule } from '@kvitt/domain/consent/policy/read-client-rules';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/**
 * Adds rules of contact for a biller, or for one of its accounts, within the caller's transaction; they hold from now on,
 * within their own dates, also for texts that wait already. They were read by `readClientRules`, so none of them can widen.
 */
export async function addContactRules(
  tx: TxCtx,
  order: { billerId: string; accountId?: string; rules: readonly WrittenClientRule[]; by: string },
): Promise<void> {
  const { billerId, accountId, rules, by } = order;
  const now = tx.clock.now();
  for (const { kind, id: name, rule } of rules) {
    const id = tx.ids.next();
    await tx.em.insert(ContactRule, {
      billerId,
      id,
      accountId: accountId ?? null,
      kind,
      rule,
      createdAt: now,
      createdBy: by,
      endedAt: null,
      endedBy: null,
    });
    const on = { subject: 'contact-rule', subjectId: id, detail: name };
    await noteAct(tx, { billerId, id: null, name: by }, 'contact-rule-added', on);
  }
}
