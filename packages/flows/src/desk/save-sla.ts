import { saveSlaRule } from '@kvitt/db/desk/save-sla-rule';
import type { SlaRule } from '@kvitt/domain/desk/read-sla';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import type { AtDesk } from './move-thread.ts';

/** Says how long customers may wait for a person, and from when on the screen warns: whole minutes, up to a week. */
export async function saveSla(
  tx: TxCtx,
  actor: AtDesk,
  rule: SlaRule,
): Promise<{ kind: 'saved' } | { kind: 'refused'; refusal: 'BAD_MINUTES' | 'WARNS_TOO_LATE' }> {
  const { answerMin, warnMin } = rule;
  if (
    ![answerMin, warnMin].every((minutes) => Number.isInteger(minutes) && minutes > 0 && minutes <= 10_080)
  ) {
    return { kind: 'refused', refusal: 'BAD_MINUTES' };
  }
  if (warnMin > answerMin) return { kind: 'refused', refusal: 'WARNS_TOO_LATE' };
  await saveSlaRule(tx.em, actor.billerId, rule);
  await noteAct(tx, actor, 'desk.sla-saved', { detail: `${answerMin}/${warnMin}` });
  return { kind: 'saved' };
}
