import { ContactRule } from '@kvitt/db/consent/contact-rule.entity';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/**
 * Ends a rule that a biller or an account has added, within the caller's transaction; it is kept, and what was decided by it
 * stays explained. @returns whether there was such a rule in force
 */
export async function endContactRule(
  tx: TxCtx,
  { billerId, id, by }: { billerId: string; id: string; by: string },
): Promise<boolean> {
  const ended = await tx.em.nativeUpdate(
    ContactRule,
    { billerId, id, endedAt: null },
    { endedAt: tx.clock.now(), endedBy: by },
  );
  if (ended === 0) return false;
  const on = { subject: 'contact-rule', subjectId: id };
  await noteAct(tx, { billerId, id: null, name: by }, 'contact-rule-ended', on);
  return true;
}
