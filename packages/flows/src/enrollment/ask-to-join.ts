import { Biller } from '@kvitt/db/biller/biller.entity';
import { Sender } from '@kvitt/db/biller/sender.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { type JoinSource, WebJoin } from '@kvitt/db/enrollment/web-join.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { hashToken } from '@kvitt/db/session/hash-token';
import { CONSENT_TERMS } from '@kvitt/domain/consent/consent-terms';
import { isPhoneCountry, readPhone } from '@kvitt/domain/import/read-phone';
import { isSamePostalCode } from '@kvitt/domain/session/is-same-postal-code';
import { LockMode } from '@mikro-orm/postgresql';
import { requestConsent } from '../consent/request-consent.ts';
import { openThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';

/** What a customer typed on the page, as it was typed. */
export interface JoinOrder {
  billerId: string;
  phone: string;
  accountNumber: string;
  postalCode: string;
  /** Where it is proved already whose the account is: what was typed of it does not matter then. */
  accountId?: string;
  source: JoinSource;
  /** `ipHash`, `userAgentHash`, `url`: what bears witness of the page. */
  evidence: Record<string, string | number>;
}

/**
 * `NOT_A_PHONE`, `NOT_A_MOBILE` the number cannot take texts · `NO_MATCH` no account with this number and postal code ·
 * `JOINED_ALREADY` this phone gets the bills · `STOPPED` it said STOP, and only its own START helps · `ASKED_ALREADY` a
 * question is on the phone, which waits for its YES · `TOO_OFTEN` it was asked enough for an hour.
 */
export type JoinRefusal =
  | 'NOT_A_PHONE'
  | 'NOT_A_MOBILE'
  | 'NO_MATCH'
  | 'JOINED_ALREADY'
  | 'STOPPED'
  | 'ASKED_ALREADY'
  | 'TOO_OFTEN';

export type JoinAnswer =
  /** `waitsUntil` when the text goes out, where the rules let none go at this hour. */
  | { kind: 'asked'; joinId: string; phoneTail: string; waitsUntil?: Date }
  | { kind: 'refused'; refusal: JoinRefusal };

/** The wording that the page shows beside its button. */
export const JOIN_WORDING = 'bills-shown';

/** Nobody fills somebody's phone with our questions. */
const HOURLY = 3;

/**
 * Takes a customer's wish for bills by text from a page, within the caller's transaction, and asks the handset: the text
 * carries a code to type on the page, and a YES does as well. Nothing about the account is said before that, and the
 * phone is joined to the account only then: what stands on a statement in a bin is not enough.
 */
export async function askToJoin(tx: TxCtx, order: JoinOrder): Promise<JoinAnswer> {
  const { billerId } = order;
  const biller = await tx.em.findOneOrFail(Biller, { id: billerId });
  const sender = await tx.em.findOneOrFail(Sender, { billerId }, { orderBy: { number: 'asc' } });
  const country = COUNTRIES[biller.currency] ?? 'US';
  const reading = isPhoneCountry(country) ? readPhone(order.phone, country) : undefined;
  if (reading?.kind !== 'read') return { kind: 'refused', refusal: 'NOT_A_PHONE' };
  if (reading.value.lineType === 'landline') return { kind: 'refused', refusal: 'NOT_A_MOBILE' };
  const accountId = order.accountId ?? (await findAccount(tx, order));
  if (accountId === undefined) return { kind: 'refused', refusal: 'NO_MATCH' };

  const phone = await keepPhone(tx, billerId, reading.value);
  const now = tx.clock.now();
  const askedAt = { $gt: new Date(now.getTime() - 3_600_000) };
  if ((await tx.em.count(WebJoin, { billerId, phoneId: phone.id, askedAt })) >= HOURLY) {
    return { kind: 'refused', refusal: 'TOO_OFTEN' };
  }
  const thread = await openThread(tx, { billerId, phoneId: phone.id, senderId: sender.id });
  const joinId = tx.ids.next();
  const code = tx.ids.proof();
  const answer = await requestConsent(tx, {
    billerId,
    accountId,
    thread,
    code,
    channel: 'web',
    wording: JOIN_WORDING,
    actor: 'customer',
    evidence: { ...order.evidence, source: order.source },
  });
  if (answer.kind === 'refused')
    return { kind: 'refused', refusal: REFUSALS[answer.refusal] ?? 'ASKED_ALREADY' };
  await tx.em.insert(WebJoin, {
    billerId,
    id: joinId,
    accountId,
    phoneId: phone.id,
    source: order.source,
    codeHash: hashToken(`${joinId}${code}`),
    messageId: answer.messageId,
    misses: 0,
    askedAt: now,
    expiresAt: new Date(now.getTime() + CONSENT_TERMS.pendingForMs.value),
    joinedAt: null,
  });
  const { waitsUntil } = answer;
  return { kind: 'asked', joinId, phoneTail: phone.e164.slice(-2), ...(waitsUntil && { waitsUntil }) };
}

/** Where a number without a country's code is dialled from: the biller's own country, by its money. */
const COUNTRIES: Partial<Record<string, string>> = { USD: 'US', SEK: 'SE', NOK: 'NO', EUR: 'DE', GBP: 'GB' };

const REFUSALS: Partial<Record<string, JoinRefusal>> = {
  ALREADY_CONFIRMED: 'JOINED_ALREADY',
  CONSENT_REVOKED: 'STOPPED',
  NOT_SMS_CAPABLE: 'NOT_A_MOBILE',
};

/** The account that both are of. Neither alone finds anything, so neither can be tried out alone. */
async function findAccount(tx: TxCtx, order: JoinOrder): Promise<string | undefined> {
  const { billerId } = order;
  const account = await tx.em.findOne(Account, { billerId, number: order.accountNumber.trim() });
  if (!account) return undefined;
  const { postalCode } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  return postalCode && isSamePostalCode(order.postalCode, postalCode) ? account.id : undefined;
}

/** The phone's row, locked, so that it is asked once by two pages at once. */
async function keepPhone(
  tx: TxCtx,
  billerId: string,
  { e164, lineType }: { e164: string; lineType: Phone['lineType'] },
): Promise<Phone> {
  await insertOnce(tx.em, Phone, {
    billerId,
    id: tx.ids.next(),
    e164,
    lineType,
    unreachableSince: null,
    unreachableCode: null,
    createdAt: tx.clock.now(),
  });
  return tx.em.findOneOrFail(Phone, { billerId, e164 }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
