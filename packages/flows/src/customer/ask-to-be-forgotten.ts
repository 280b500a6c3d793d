import { ThreadLook } from '@kvitt/db/conversation/thread-look.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { MessagePicture } from '@kvitt/db/message/message-picture.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PayerInvite } from '@kvitt/db/session/payer-invite.entity';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import { SurveyAnswer } from '@kvitt/db/survey/survey-answer.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { removeMethod } from '../method/remove-method.ts';
import { endPushes } from '../push/end-pushes.ts';
import { endInvite } from '../session/end-invite.ts';
import { endPasskeys } from '../session/end-passkeys.ts';
import { openWork } from '../work/open-work.ts';

/** What was erased at once, counted. */
export interface Erased {
  methods: number;
  comments: number;
  looks: number;
  pictures: number;
  isBirthDateErased: boolean;
}

/**
 * Takes a customer's wish to be forgotten (GDPR 17), within the caller's transaction. What nobody needs goes at once: saved
 * ways to pay that no mandate charges, the date of birth, their own words in surveys, pictures they sent, when they looked at
 * bills and at the thread, links of invited payers, passkeys, notes to browsers with their addresses, what other browsers have open, and
 * the consent to news. Bills, payments, consents and texts are kept for as long as books and proofs
 * must be (GDPR 17(3)(b) and (e)), which a person sees to: a work item names the day it was asked and what is open.
 */
export async function askToBeForgotten(
  tx: TxCtx,
  { billerId, accountId, browserToken }: { billerId: string; accountId: string; browserToken: string },
): Promise<Erased> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const account = await tx.em.findOneOrFail(Account, { billerId, id: accountId }, lock);
  const erased: Erased = {
    methods: await removeMethods(tx, billerId, accountId),
    comments: await tx.em.nativeUpdate(
      SurveyAnswer,
      { billerId, accountId, comment: { $ne: '' } },
      { comment: '' },
    ),
    looks: await forgetLooks(tx, billerId, accountId),
    pictures: await tx.em.nativeDelete(MessagePicture, { billerId, accountId }),
    isBirthDateErased: await forgetBirthDate(tx, billerId, account.customerId),
  };
  await endInvite(tx, { billerId, accountId });
  await tx.em.nativeUpdate(PayerInvite, { billerId, accountId }, { forWhom: '' });
  await closeBrowsers(tx, { billerId, accountId, browserToken });
  await endNews(tx, billerId, accountId);
  const { bills } = await findOpenBills(tx.em, billerId, [accountId]);
  await openWork(tx, {
    billerId,
    kind: 'erasure',
    subject: accountId,
    about: 'wants to be forgotten',
    evidence: { ...erased, openBills: bills.length, askedAt: tx.clock.now().toISOString() },
    by: 'customer',
  });
  return erased;
}

/** A card that autopay charges, or that pays just now, stays until that is over. */
async function removeMethods(tx: TxCtx, billerId: string, accountId: string): Promise<number> {
  const methods = await tx.em.find(PaymentMethod, { billerId, accountId, removedAt: null });
  let removed = 0;
  for (const { id: methodId } of methods) {
    const answer = await removeMethod(tx, { billerId, accountId, methodId, by: 'customer' });
    if (answer.kind === 'removed') removed += 1;
  }
  return removed;
}

async function forgetLooks(tx: TxCtx, billerId: string, accountId: string): Promise<number> {
  const gone = await sql`delete from bill_view v using invoice i
    where v.biller_id = ${billerId} and i.biller_id = v.biller_id and i.id = v.invoice_id
      and i.account_id = ${accountId}`.execute(tx.em.getKysely());
  await tx.em.nativeDelete(ThreadLook, { billerId, accountId });
  return Number(gone.numAffectedRows ?? 0);
}

/** The browser that asks stays open, to be told what became of it; all others, and every note to any, end. */
async function closeBrowsers(
  tx: TxCtx,
  { billerId, accountId, browserToken }: { billerId: string; accountId: string; browserToken: string },
): Promise<void> {
  const others = { billerId, accountId, endedAt: null, browserHash: { $ne: hashToken(browserToken) } };
  await tx.em.nativeUpdate(PortalSession, others, { endedAt: tx.clock.now() });
  await endPasskeys(tx, { billerId, accountId });
  await endPushes(tx, { billerId, accountId }, 'removed');
  const nowhere = { endpoint: '', p256dh: '', auth: '' };
  await tx.em.nativeUpdate(PushSubscription, { billerId, accountId }, nowhere);
}

async function forgetBirthDate(tx: TxCtx, billerId: string, id: string): Promise<boolean> {
  const had = { billerId, id, dateOfBirth: { $ne: null } };
  return (await tx.em.nativeUpdate(Customer, had, { dateOfBirth: null })) > 0;
}

async function endNews(tx: TxCtx, billerId: string, accountId: string): Promise<void> {
  const served = await tx.em.find(AccountPhone, { billerId, accountId });
  for (const { phoneId } of served) {
    await changeConsent(tx, {
      billerId,
      phoneId,
      act: 'revoked',
      purpose: 'marketing',
      channel: 'web',
      wording: 'wants to be forgotten',
      actor: 'customer',
      evidence: { page: 'own-data' },
    });
  }
}
