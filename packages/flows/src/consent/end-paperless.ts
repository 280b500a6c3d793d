import type { ConsentChannel } from '@kvitt/domain/consent/consent';
import { takeBackPaperless } from '../credit/take-back-paperless.ts';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';

export interface PaperOrder {
  billerId: string;
  phoneId: string;
  /** The accounts that the phone serves. */
  accountIds: readonly string[];
  channel: ConsentChannel;
  /** What the customer said or pressed. */
  wording: string;
  messageId?: string;
}

/**
 * Brings paper back, within the caller's transaction, whenever a customer wants it (15 USC 7001(c)(1)(B)): the consent is
 * revoked, and the credit for it goes as the biller's rules say.
 */
export async function endPaperless(tx: TxCtx, order: PaperOrder): Promise<void> {
  const { billerId, phoneId, accountIds, channel, wording, messageId } = order;
  await takeBackPaperless(tx, { billerId, accountIds });
  await changeConsent(tx, {
    billerId,
    phoneId,
    act: 'revoked',
    purpose: 'paperless',
    channel,
    wording,
    actor: 'customer',
    ...(messageId && { messageId }),
  });
}
