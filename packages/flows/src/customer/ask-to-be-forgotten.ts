import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { findOpenBills } from '@kvitt/db/invoice/find-open-bills';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { SurveyAnswer } from '@kvitt/db/survey/survey-answer.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';
import { removeMethod } from '../method/remove-method.ts';
import { endInvite } from '../session/end-invite.ts';
import { openWork } from '../work/open-work.ts';

/** What was erased at once, counted. */
export interface Erased {
  methods: number;
  comments: number;
  looks: number;
  isBirthDateErased: boolean;
}

/**
 * Takes a customer's wish to be forgotten (GDPR 17), within the caller's transaction. What nobody needs goes at once: saved
 * ways to pay that no mandate charges, the date of birth, their own words in surveys, when they looked at bills, links of
 * invited payers, and the consent to news. Bills, payments, consents and texts are kept for as long as books and proofs
 * must be (GDPR 17(3)(b) and (e)), which a person sees to: a work item names the day it was asked and what is open.
 */
export async function askToBeForgotten(
  tx: TxCtx,
  { billerId, accountId }: { billerId: string; accountId: string },
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
    isBirthDateErased: await forgetBirthDate(tx, billerId, account.customerId),
  };
  await endInvite(tx, { billerId, accountId });
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
  return Number(gone.numAffectedRows ?? 0);
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
