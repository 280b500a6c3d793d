import type { DialogFacts, OpenOffer } from '@kvitt/domain/conversation/dialog';
import { money } from '@kvitt/domain/money/money';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { ConsentEvent } from '../consent/consent-event.entity.ts';
import { Conversation } from '../conversation/conversation.entity.ts';
import { findOpenBills } from '../invoice/find-open-bills.ts';
import { PayOffer } from '../payment/pay-offer.entity.ts';
import { findBackground } from './find-background.ts';
import { findSpeaker, type Speaker } from './find-speaker.ts';
import type { Message } from './message.entity.ts';

/** Everything that an answer depends on, and who is spoken to. */
export interface Dialog extends Pick<Speaker, 'biller' | 'language'> {
  facts: Omit<DialogFacts, 'freshCode'>;
}

/**
 * Loads what the answer to an inbound text depends on, and locks its conversation until the transaction ends: two texts
 * of one phone are answered one after the other. Every text waits for this, so it asks few questions of many parts.
 */
export async function loadDialog(em: EntityManager, text: Message): Promise<Dialog> {
  const { billerId, conversationId } = text;
  await em.findOneOrFail(
    Conversation,
    { billerId, id: conversationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const { biller, language, accounts } = await findSpeaker(em, text);
  const accountIds = accounts.map((account) => account.id);
  const { bills, count, total } = await findOpenBills(em, billerId, accountIds);
  // The card that PAY would charge belongs to the account of the bill, not to whoever else shares the phone.
  const payingAccount = bills[0]?.accountId ?? accountIds[0];
  const facts: Dialog['facts'] = {
    bills,
    billCount: count,
    totalDue: total,
    isOneReplyOn: accounts.some((one) => one.id === payingAccount && one.isOneReplyOn),
    ...(await findOffers(em, text)),
    ...(await findBackground(em, text, accountIds, payingAccount)),
    hasCarrierAnswered: text.carrierIntent === 'optout' || text.carrierIntent === 'help',
  };
  return { biller, language, facts };
}

/**
 * A STOP ends whatever was offered before it, for every text that came after it: a YES of weeks later, or of after a
 * START, answers nothing. A YES that came before the STOP still counts, however late it is worked on.
 */
async function findOffers(
  em: EntityManager,
  { billerId, conversationId, phoneId, createdAt }: Message,
): Promise<{ offer: OpenOffer | undefined; openOffers: number }> {
  const stop = await em.findOne(
    ConsentEvent,
    { billerId, phoneId, act: 'revoked', at: { $lt: createdAt } },
    { orderBy: { at: 'desc' } },
  );
  const open = await em.find(
    PayOffer,
    { billerId, conversationId, state: 'open', ...(stop && { createdAt: { $gt: stop.at } }) },
    { orderBy: { createdAt: 'desc' } },
  );
  // A question that was asked is what a customer answers; a bill's own offer stands behind it.
  const latest = open.find((offer) => offer.kind === 'question') ?? open[0];
  const offer = latest && {
    id: latest.id,
    kind: latest.kind,
    invoiceId: latest.invoiceId,
    methodId: latest.methodId,
    amount: money(latest.amountMinor, latest.currency),
    code: latest.code,
    expiresAt: latest.expiresAt,
  };
  return { offer, openOffers: open.length };
}
