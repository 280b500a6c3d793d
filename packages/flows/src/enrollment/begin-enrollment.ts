import { Account } from '@kvitt/db/customer/account.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { type Actor, noteAct } from '../agent/note-act.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { chooseScript } from './choose-script.ts';

export type BeginAnswer = { kind: 'begun' } | { kind: 'refused'; refusal: 'NO_SUCH_ACCOUNT' | 'NO_PHONE' };

/**
 * Begins a call about an account's primary phone, within the caller's transaction. The console makes the id: the same call
 * begun twice is one call.
 */
export async function beginEnrollment(
  tx: TxCtx,
  actor: Actor & { id: string },
  call: { enrollmentId: string; accountId: string; source: Enrollment['source'] },
): Promise<BeginAnswer> {
  const { billerId, id: agentId } = actor;
  const { enrollmentId: id, accountId, source } = call;
  if (!(await tx.em.findOne(Account, { billerId, id: accountId }))) {
    return { kind: 'refused', refusal: 'NO_SUCH_ACCOUNT' };
  }
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return { kind: 'refused', refusal: 'NO_PHONE' };
  const script = await chooseScript(tx, { billerId, enrollmentId: id });
  const now = tx.clock.now();
  const isNew = await insertOnce(tx.em, Enrollment, {
    billerId,
    id,
    accountId,
    phoneId: thread.phoneId,
    agentId,
    helperId: null,
    source,
    scriptKey: script.key,
    scriptVersion: script.version,
    step: script.first,
    stepSince: now,
    path: [],
    state: 'calling',
    reason: null,
    messageId: null,
    isPaperless: false,
    wantsAutopay: false,
    startedAt: now,
    askedAt: null,
    confirmedAt: null,
    stoppedAt: null,
    cardWantedAt: null,
    cardSavedAt: null,
    endedAt: null,
    callBackAt: null,
    calledBackAt: null,
  });
  // Whoever calls, and whoever had put it off: the caller has been called.
  await tx.em.nativeUpdate(
    Enrollment,
    { billerId, accountId, callBackAt: { $ne: null }, calledBackAt: null },
    { calledBackAt: now },
  );
  if (isNew) await noteAct(tx, actor, 'call.begun', { subject: 'enrollment', subjectId: id });
  return { kind: 'begun' };
}
