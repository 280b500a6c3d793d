import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { AutopayChannel } from '@kvitt/domain/autopay/autopay';
import { findWording, type SaidWording } from '@kvitt/domain/consent/find-wording';
import type { Language } from '@kvitt/domain/locale/language';
import { LockMode } from '@mikro-orm/postgresql';
import { changeConsent } from '../consent/change-consent.ts';
import { findThread } from '../conversation/find-thread.ts';
import { awardFollowUp } from '../incentive/award-follow-up.ts';
import type { TxCtx } from '../kit/context.ts';
import { planChargesOf } from './plan-charges-of.ts';

export interface Enrolment {
  billerId: string;
  accountId: string;
  /** Made by whoever asks, from the text or the form: the same ask makes one mandate. */
  autopayId: string;
  /** The card that was stated; the account's default one where absent. */
  methodId?: string;
  /** What the customer answered to whether bills that are open already are charged too. */
  sweepsOpen: boolean;
  channel: AutopayChannel;
  actor: string;
  messageId?: string;
  /** What else bears witness: never a number or a name in the clear. */
  evidence?: Record<string, string | number>;
}

/** `no-card` none is kept, or the one that was stated is gone or closed · `on-already` the account has a mandate. */
export type EnrolRefusal = 'no-card' | 'on-already';

export type EnrolAnswer =
  | { kind: 'enrolled'; autopayId: string; method: PaymentMethod }
  | { kind: 'refused'; refusal: EnrolRefusal };

/**
 * Takes a customer's mandate to charge the account's bills on their due dates, within the caller's transaction, with the
 * words that were agreed to, records it in the consent ledger, and plans what it charges of what is open. A phone that has stopped texts cannot consent there; its
 * mandate is no less one, and stands in its own row.
 */
export async function enroll(tx: TxCtx, order: Enrolment): Promise<EnrolAnswer> {
  const { billerId, accountId, autopayId } = order;
  const account = await tx.em.findOneOrFail(
    Account,
    { billerId, id: accountId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const live = await tx.em.findOne(
    Autopay,
    { billerId, accountId, state: { $ne: 'off' } },
    { refresh: true },
  );
  if (live && live.id !== autopayId) return { kind: 'refused', refusal: 'on-already' };
  const method = await tx.em.findOne(PaymentMethod, {
    billerId,
    accountId,
    removedAt: null,
    closedAt: null,
    ...(order.methodId === undefined ? { isDefault: true } : { id: order.methodId }),
  });
  if (!method) return { kind: 'refused', refusal: 'no-card' };
  if (live) return { kind: 'enrolled', autopayId, method };

  const { language } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const { name: brand } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const { channel, actor } = order;
  const said = findMandateWords(channel, { language, brand });
  await tx.em.insert(Autopay, {
    billerId,
    id: autopayId,
    accountId,
    methodId: method.id,
    state: 'on',
    sweepsOpen: order.sweepsOpen,
    wordingKey: said.wordingKey,
    wording: said.words,
    language,
    actor,
    channel,
    messageId: order.messageId ?? null,
    evidence: order.evidence ?? {},
    agreedAt: tx.clock.now(),
    endedAt: null,
    endedBy: null,
  });
  const thread = await findThread(tx, billerId, accountId);
  if (thread) {
    // Refused where the phone agreed for another account of its household, or has stopped texts: the mandate stands.
    await changeConsent(tx, {
      billerId,
      phoneId: thread.phoneId,
      act: 'granted',
      purpose: 'autopay',
      channel,
      wording: said.words,
      wordingKey: said.wordingKey,
      actor,
      ...(order.messageId && { messageId: order.messageId }),
      evidence: { ...order.evidence, autopayId },
    });
  }
  // In the same transaction, so that the next page shows what will be charged, and when.
  await planChargesOf(tx, { billerId, accountId });
  await awardFollowUp(tx, { billerId, accountId, kind: 'autopay' });
  tx.log.info({ autopayId, sweepsOpen: order.sweepsOpen }, 'autopay is on');
  return { kind: 'enrolled', autopayId, method };
}

/** The words that a mandate is given in: short enough for a text where it is given in one. */
export function findMandateWords(
  channel: AutopayChannel,
  to: { language: Language; brand: string },
): SaidWording {
  const said = findWording(channel === 'text' ? 'autopay-texted' : 'autopay', { ...to, channel });
  if (!said) throw new Error(`no wording of autopay for ${channel}`);
  return said;
}
