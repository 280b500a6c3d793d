import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import type { Message } from '@kvitt/db/message/message.entity';
import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';
import { changeConsent } from './change-consent.ts';

/**
 * Takes a phone off every account that it served, within the caller's transaction, because whoever has it says that it is
 * not our customer's. All of them: a number that is wrong for one account was given by somebody else for the others too,
 * and a bill must not be read by a stranger. Open questions end and links that were texted there open nothing any more.
 * The consents were revoked when the text came in; the ledger is told which accounts the phone was taken from.
 */
export async function releasePhone(tx: TxCtx, text: Message): Promise<void> {
  const { billerId, phoneId } = text;
  const served = await tx.em.find(AccountPhone, { billerId, phoneId }, { orderBy: { since: 'asc' } });
  await tx.em.nativeDelete(AccountPhone, { billerId, phoneId });
  await tx.em.nativeUpdate(
    PayOffer,
    { billerId, conversationId: text.conversationId, state: 'open' },
    { state: 'superseded' },
  );
  await revokeLinks(tx, text);
  await changeConsent(tx, {
    billerId,
    phoneId,
    act: 'released',
    purpose: 'all',
    channel: 'text',
    wording: text.body,
    actor: 'customer',
    messageId: text.id,
    evidence: { accounts: served.map(({ accountId }) => accountId).join(' ') },
  });
}

async function revokeLinks(tx: TxCtx, { billerId, phoneId }: Message): Promise<void> {
  await sql`update portal_link l set revoked_at = ${tx.clock.now().toISOString()}::timestamptz
    from conversation c join message m on m.biller_id = c.biller_id and m.conversation_id = c.id
    where c.biller_id = ${billerId} and c.phone_id = ${phoneId}
      and l.biller_id = m.biller_id and l.message_id = m.id and l.revoked_at is null`.execute(
    tx.em.getKysely(),
  );
}
