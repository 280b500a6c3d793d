import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { type Actor, noteAct } from '../agent/note-act.ts';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { endPushes } from '../push/end-pushes.ts';

export type RemovePhoneAnswer = { kind: 'removed' } | { kind: 'refused'; refusal: 'NO_SUCH_PHONE' };

/**
 * Takes a phone off an account, within the caller's transaction, and what waits to be sent to it away: it may be about a bill
 * that it no longer may read. Where that was its last account the ledger is told, and the phone is nobody's any more.
 */
export async function removePhone(
  tx: TxCtx,
  actor: Actor,
  { accountId, phoneId }: { accountId: string; phoneId: string },
): Promise<RemovePhoneAnswer> {
  const { billerId } = actor;
  const gone = await tx.em.nativeDelete(AccountPhone, { billerId, accountId, phoneId });
  if (gone === 0) return { kind: 'refused', refusal: 'NO_SUCH_PHONE' };
  await tx.em.nativeUpdate(
    Message,
    { billerId, phoneId, state: { $in: ['queued', 'held'] }, purpose: { $nin: ['reply', 'receipt'] } },
    { state: 'cancelled', reason: 'PHONE_REMOVED' },
  );
  await endPushes(tx, { billerId, accountId, phoneId }, 'removed');
  const left = await tx.em.count(AccountPhone, { billerId, phoneId });
  if (left === 0) {
    await changeConsent(tx, {
      billerId,
      phoneId,
      act: 'released',
      purpose: 'all',
      channel: 'system',
      wording: 'Taken off its last account.',
      actor: actor.name,
      evidence: { accounts: accountId },
    });
  }
  await noteAct(tx, actor, 'phone.removed', { subject: 'account', subjectId: accountId });
  return { kind: 'removed' };
}
