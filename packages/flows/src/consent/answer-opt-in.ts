import { findStanding } from '@kvitt/db/consent/find-standing';
import type { Message } from '@kvitt/db/message/message.entity';
import { CONSENT_PURPOSES, type ConsentPurpose } from '@kvitt/domain/consent/consent';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';

const ACTS = {
  'restore-consent': 'restored',
  'confirm-consent': 'confirmed',
  'decline-consent': 'declined',
} as const;

/**
 * Records what the phone itself answered, within the caller's transaction: START brings the service back, YES confirms what
 * the phone was asked about (or, where nothing was, a service that was agreed to elsewhere), NO ends the question. A STOP
 * that came after the text outweighs it.
 * @returns the purposes that changed; none where the rules refuse
 */
export async function answerOptIn(
  tx: TxCtx,
  text: Message,
  effect: keyof typeof ACTS,
): Promise<ConsentPurpose[]> {
  const { billerId, phoneId } = text;
  const changed: ConsentPurpose[] = [];
  for (const purpose of await findPurposes(tx, text, effect)) {
    const answer = await changeConsent(tx, {
      billerId,
      phoneId,
      act: ACTS[effect],
      purpose,
      channel: text.carrierIntent === 'optin' ? 'carrier' : 'text',
      wording: text.body,
      actor: 'customer',
      messageId: text.id,
      heardAt: text.createdAt,
    });
    if (answer.kind === 'changed') changed.push(purpose);
  }
  return changed;
}

async function findPurposes(
  tx: TxCtx,
  { billerId, phoneId }: Message,
  effect: keyof typeof ACTS,
): Promise<readonly ConsentPurpose[]> {
  if (effect === 'restore-consent') return ['service'];
  const standing = await findStanding(tx.em, billerId, phoneId);
  const pending = CONSENT_PURPOSES.filter((purpose) => standing[purpose] === 'pending');
  return pending.length > 0 || effect === 'decline-consent' ? pending : ['service'];
}
