import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import type { AutopayState } from '@kvitt/domain/autopay/autopay';
import { mayMoveAutopay } from '@kvitt/domain/autopay/may-move-autopay';
import { LockMode } from '@mikro-orm/postgresql';
import { changeConsent } from '../consent/change-consent.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';

export interface AutopayMove {
  billerId: string;
  accountId: string;
  to: AutopayState;
  /** Who says so: `customer`, an agent, or `bank` where the card's holder withdrew it there. */
  by: string;
  messageId?: string;
}

/** `not-on` the account has no mandate that is not over · `same` it is so already. */
export type MoveAutopayAnswer = { kind: 'moved' } | { kind: 'refused'; refusal: 'not-on' | 'same' };

/**
 * Switches an account's autopay off, pauses it or goes on with it, within the caller's transaction. Off, the charges that
 * wait are taken away with it, whatever hour it is: nothing is charged after the answer. One that the processor is being
 * asked for at this moment is not called back.
 */
export async function moveAutopay(tx: TxCtx, move: AutopayMove): Promise<MoveAutopayAnswer> {
  const { billerId, accountId, to, by } = move;
  const live = await tx.em.findOne(
    Autopay,
    { billerId, accountId, state: { $ne: 'off' } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!live) return { kind: 'refused', refusal: 'not-on' };
  if (!mayMoveAutopay(live.state, to)) return { kind: 'refused', refusal: 'same' };
  const now = tx.clock.now();
  live.state = to;
  if (to === 'off') {
    live.endedAt = now;
    live.endedBy = by;
  }
  await tx.em.flush();
  if (to === 'off') {
    await tx.em.nativeUpdate(
      PlannedCharge,
      { billerId, autopayId: live.id, state: 'queued' },
      { state: 'skipped', reason: 'AUTOPAY_OFF', endedAt: now, tellAt: null },
    );
    await withdrawConsent(tx, move);
  }
  tx.log.info({ autopayId: live.id, to }, 'autopay was moved');
  return { kind: 'moved' };
}

/** A phone that serves several accounts goes on allowing the others. */
async function withdrawConsent(
  tx: TxCtx,
  { billerId, accountId, by, messageId }: AutopayMove,
): Promise<void> {
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return;
  const others = await tx.em.execute(
    `select 1 from account_phone s join autopay ap on ap.biller_id = s.biller_id and ap.account_id = s.account_id
    where s.biller_id = ? and s.phone_id = ? and ap.state <> 'off' limit 1`,
    [billerId, thread.phoneId],
  );
  if (others.length > 0) return;
  await changeConsent(tx, {
    billerId,
    phoneId: thread.phoneId,
    act: 'revoked',
    purpose: 'autopay',
    channel: messageId ? 'text' : 'web',
    wording: 'autopay off',
    actor: by,
    ...(messageId && { messageId }),
  });
}
