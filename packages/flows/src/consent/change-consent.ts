import { Consent } from '@kvitt/db/consent/consent.entity';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { Message } from '@kvitt/db/message/message.entity';
import type { ConsentAct, ConsentChannel } from '@kvitt/domain/consent/consent';
import { STOP_CONFIRMATIONS } from '@kvitt/domain/consent/may-text';
import { stateAfter } from '@kvitt/domain/consent/state-after';
import type { TxCtx } from '../kit/context.ts';

export interface ConsentChange {
  billerId: string;
  phoneId: string;
  act: ConsentAct;
  channel: ConsentChannel;
  /** The words that were agreed to, or said. */
  wording: string;
  actor: string;
  messageId?: string;
}

/**
 * Records what happened to a phone's consent and what it is now, within the caller's transaction. A revocation takes
 * every queued text of the phone away in the same transaction (L03), so nothing slips out between the two.
 * @returns how many queued texts were cancelled
 */
export async function changeConsent(tx: TxCtx, change: ConsentChange): Promise<number> {
  const { billerId, phoneId, act } = change;
  const now = tx.clock.now();
  const eventId = tx.ids.next();
  const state = stateAfter(act);
  await tx.em.insert(ConsentEvent, {
    billerId,
    id: eventId,
    phoneId,
    purpose: 'service',
    act,
    channel: change.channel,
    wording: change.wording,
    actor: change.actor,
    messageId: change.messageId ?? null,
    at: now,
  });
  await tx.em.upsert(
    Consent,
    { billerId, phoneId, purpose: 'service', state, since: now, eventId },
    { onConflictFields: ['billerId', 'phoneId', 'purpose'] },
  );
  return state === 'revoked' ? cancelQueued(tx, billerId, phoneId) : 0;
}

async function cancelQueued(tx: TxCtx, billerId: string, phoneId: string): Promise<number> {
  return tx.em.nativeUpdate(
    Message,
    { billerId, phoneId, state: 'queued', template: { $nin: [...STOP_CONFIRMATIONS] } },
    { state: 'cancelled', reason: 'CONSENT_REVOKED' },
  );
}
