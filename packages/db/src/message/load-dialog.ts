import type { DialogFacts, OpenOffer } from '@kvitt/domain/conversation/dialog';
import type { Language } from '@kvitt/domain/locale/language';
import { money } from '@kvitt/domain/money/money';
import type { CardFace } from '@kvitt/domain/payment/outcome';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Biller } from '../biller/biller.entity.ts';
import { Consent } from '../consent/consent.entity.ts';
import { ConsentEvent } from '../consent/consent-event.entity.ts';
import { Conversation } from '../conversation/conversation.entity.ts';
import { Account } from '../customer/account.entity.ts';
import { AccountPhone } from '../customer/account-phone.entity.ts';
import { Customer } from '../customer/customer.entity.ts';
import { findOpenBills } from '../invoice/find-open-bills.ts';
import { PayOffer } from '../payment/pay-offer.entity.ts';
import { Payment } from '../payment/payment.entity.ts';
import { PaymentMethod } from '../payment/payment-method.entity.ts';
import { Message } from './message.entity.ts';

/** The same words within this time, under another id of the carrier's, are one text that came twice. */
const ECHO_WITHIN_MS = 15_000;

/** Everything that an answer depends on, and who is spoken to. */
export interface Dialog {
  biller: Biller;
  conversation: Conversation;
  /** Undefined where nobody's account has this phone. */
  customer: Customer | undefined;
  language: Language;
  accounts: Account[];
  facts: Omit<DialogFacts, 'freshCode'>;
}

/**
 * Loads what the answer to an inbound text depends on, and locks its conversation until the transaction ends: two texts
 * of one phone are answered one after the other.
 */
export async function loadDialog(em: EntityManager, text: Message): Promise<Dialog> {
  const { billerId, conversationId, phoneId } = text;
  const conversation = await em.findOneOrFail(
    Conversation,
    { billerId, id: conversationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const served = await em.find(AccountPhone, { billerId, phoneId });
  const accounts = await em.find(Account, { billerId, id: { $in: served.map((one) => one.accountId) } });
  const accountIds = accounts.map((account) => account.id);
  const customer = accounts[0]
    ? await em.findOneOrFail(Customer, { billerId, id: accounts[0].customerId })
    : undefined;
  const { bills, count, total } = await findOpenBills(em, billerId, accountIds);
  // The card that PAY would charge belongs to the account of the bill, not to whoever else shares the phone.
  const payingAccount = bills[0]?.accountId ?? accountIds[0];
  const facts: Dialog['facts'] = {
    bills,
    billCount: count,
    totalDue: total,
    method: await findDefaultMethod(em, billerId, payingAccount),
    isOneReplyOn: accounts.some((one) => one.id === payingAccount && one.oneReplySince !== null),
    ...(await findOffers(em, text)),
    ...(await findPayments(em, billerId, accountIds)),
    isEcho: await isEcho(em, text),
    consent: (await em.findOne(Consent, { billerId, phoneId, purpose: 'service' }))?.state,
    hasCarrierAnswered: text.carrierIntent === 'optout' || text.carrierIntent === 'help',
    stopConfirmedAt: await findStopConfirmation(em, text),
  };
  return { biller, conversation, customer, language: customer?.language ?? biller.language, accounts, facts };
}

async function findDefaultMethod(
  em: EntityManager,
  billerId: string,
  accountId: string | undefined,
): Promise<{ id: string; card: CardFace } | undefined> {
  if (accountId === undefined) return undefined;
  const method = await em.findOne(PaymentMethod, { billerId, accountId, isDefault: true, removedAt: null });
  return method ? { id: method.id, card: method } : undefined;
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

async function findPayments(
  em: EntityManager,
  billerId: string,
  accountIds: string[],
): Promise<Pick<DialogFacts, 'paymentInFlight' | 'lastPaid'>> {
  const mine = { billerId, accountId: { $in: accountIds } };
  const live = await em.findOne(Payment, { ...mine, state: { $in: ['started', 'unknown'] } });
  const paid = await em.findOne(Payment, { ...mine, state: 'approved' }, { orderBy: { finishedAt: 'desc' } });
  return {
    paymentInFlight: live
      ? { paymentId: live.id, amount: money(live.amountMinor, live.currency) }
      : undefined,
    lastPaid: paid?.finishedAt
      ? { paymentId: paid.id, invoiceId: paid.invoiceId, paidAt: paid.finishedAt }
      : undefined,
  };
}

async function isEcho(em: EntityManager, text: Message): Promise<boolean> {
  const twin = await em.findOne(Message, {
    billerId: text.billerId,
    conversationId: text.conversationId,
    direction: 'in',
    body: text.body,
    id: { $ne: text.id },
    outcome: { $ne: null },
    createdAt: { $gte: new Date(text.createdAt.getTime() - ECHO_WITHIN_MS), $lte: text.createdAt },
  });
  return twin !== null;
}

async function findStopConfirmation(em: EntityManager, text: Message): Promise<Date | undefined> {
  const confirmation = await em.findOne(
    Message,
    { billerId: text.billerId, conversationId: text.conversationId, template: 'stop-confirmed' },
    { orderBy: { createdAt: 'desc' } },
  );
  return confirmation?.createdAt;
}
