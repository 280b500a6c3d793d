import { Biller } from '@kvitt/db/biller/biller.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import { readPhone } from '@kvitt/domain/import/read-phone';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export interface PhoneOrder {
  accountId: string;
  /** As people write it. */
  number: string;
  role: 'primary' | 'other';
}

export type AddPhoneAnswer =
  | { kind: 'added'; phoneId: string }
  | { kind: 'refused'; refusal: 'NOT_A_PHONE' | 'NO_SUCH_ACCOUNT' };

/**
 * Lets a phone serve an account, within the caller's transaction; one that does already gets its role. It agrees to nothing
 * by that: what the number said before, STOP too, stands, and a number that said nothing is asked first.
 */
export async function addPhone(tx: TxCtx, actor: Actor, order: PhoneOrder): Promise<AddPhoneAnswer> {
  const { billerId } = actor;
  const { accountId, role } = order;
  if (!(await tx.em.findOne(Account, { billerId, id: accountId }))) {
    return { kind: 'refused', refusal: 'NO_SUCH_ACCOUNT' };
  }
  const reading = readPhone(order.number, await findCountry(tx, billerId, accountId));
  if (reading.kind !== 'read') return { kind: 'refused', refusal: 'NOT_A_PHONE' };
  const since = tx.clock.now();
  const { e164 } = reading.value;
  await insertOnce(tx.em, Phone, {
    ...reading.value,
    billerId,
    id: tx.ids.next(),
    unreachableSince: null,
    unreachableCode: null,
    createdAt: since,
  });
  const { id: phoneId } = await tx.em.findOneOrFail(Phone, { billerId, e164 });
  // One phone is the first to be texted.
  if (role === 'primary') {
    await tx.em.nativeUpdate(AccountPhone, { billerId, accountId, role: 'primary' }, { role: 'other' });
  }
  await insertOnce(tx.em, AccountPhone, { billerId, accountId, phoneId, role, since });
  await tx.em.nativeUpdate(AccountPhone, { billerId, accountId, phoneId }, { role });
  await noteAct(tx, actor, 'phone.added', { subject: 'account', subjectId: accountId, detail: role });
  return { kind: 'added', phoneId };
}

/** A number without a plus is one of the country of the account's other phones, or of the biller's own number. */
async function findCountry(tx: TxCtx, billerId: string, accountId: string) {
  const [served] = await tx.em.find(AccountPhone, { billerId, accountId }, { limit: 1 });
  const phone = served && (await tx.em.findOne(Phone, { billerId, id: served.phoneId }));
  const country = phone && countryOfPhone(phone.e164);
  const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
  return (country ?? COUNTRIES[currency]) as Parameters<typeof readPhone>[1];
}

const COUNTRIES = { USD: 'US', EUR: 'DE', GBP: 'GB', SEK: 'SE', NOK: 'NO', DKK: 'DK' } as const;
