import { Consent } from '@kvitt/db/consent/consent.entity';
import type { Message } from '@kvitt/db/message/message.entity';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';

/**
 * Records a STOP that only the carrier saw, within the caller's transaction: it refused one of our texts because this phone
 * has opted out. A refusal of a text that went out before the customer's own last word tells nothing new, and neither does
 * one about a phone that is stopped already.
 * @param code the carrier's number for it
 */
export async function mirrorCarrierStop(
  tx: TxCtx,
  refused: Pick<Message, 'billerId' | 'phoneId' | 'id' | 'claimedAt' | 'createdAt'>,
  code: string | undefined,
): Promise<void> {
  const { billerId, phoneId, id } = refused;
  const service = await tx.em.findOne(Consent, { billerId, phoneId, purpose: 'service' }, { refresh: true });
  const isOld = service !== null && service.since > (refused.claimedAt ?? refused.createdAt);
  if (service?.state === 'revoked' || isOld) return;
  await changeConsent(tx, {
    billerId,
    phoneId,
    act: 'revoked',
    purpose: 'all',
    channel: 'carrier',
    wording: `the carrier refuses this phone (${code ?? 'opt-out'})`,
    actor: 'carrier',
    messageId: id,
    evidence: { code: code ?? 'opt-out' },
  });
}
