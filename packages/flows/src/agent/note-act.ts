import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import type { TxCtx } from '../kit/context.ts';

/** Who does something: an agent, or the operator at a terminal. */
export interface Actor {
  billerId: string;
  /** Null for the operator. */
  id: string | null;
  name: string;
}

/** Notes in the audit table who did what, on what; within the transaction of what was done. */
export async function noteAct(
  tx: TxCtx,
  actor: Actor,
  act: string,
  on: { subject?: string; subjectId?: string; detail?: string } = {},
): Promise<void> {
  await tx.em.insert(AuditEvent, {
    billerId: actor.billerId,
    id: tx.ids.next(),
    actorId: actor.id,
    actor: actor.name,
    act,
    subject: on.subject ?? null,
    subjectId: on.subjectId ?? null,
    detail: on.detail ?? null,
    at: tx.clock.now(),
  });
}
