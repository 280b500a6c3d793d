import { Account } from '@kvitt/db/customer/account.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { ConsentChannel, ConsentPurpose } from '@kvitt/domain/consent/consent';
import type { Language } from '@kvitt/domain/locale/language';
import { changeConsent } from '../consent/change-consent.ts';
import type { TxCtx } from '../kit/context.ts';

export interface NewCustomer {
  billerId: string;
  number: string;
  firstName: string;
  lastName: string;
  language: Language;
  timeZone: string;
  postalCode?: string;
  region?: string;
  phone: { e164: string; lineType: 'mobile' | 'landline' | 'unknown' };
  /** How the customer agreed to texts about bills; none is recorded where absent. */
  consent?: {
    channel: ConsentChannel;
    wording: string;
    actor: string;
    /** What the words speak of: `past-due` only where they mention late bills. */
    purposes: readonly ConsentPurpose[];
    wordingKey?: string;
    evidence?: Record<string, string | number>;
  };
}

/**
 * Adds a customer with one account and one phone, within the caller's transaction. A phone that the biller knows already
 * is joined to the account, and keeps its consent as it is: what was revoked stays revoked.
 * @returns the account's id
 */
export async function addCustomer(tx: TxCtx, customer: NewCustomer): Promise<{ accountId: string }> {
  const { billerId, number } = customer;
  const createdAt = tx.clock.now();
  const customerId = tx.ids.next();
  const accountId = tx.ids.next();
  await tx.em.insert(Customer, {
    billerId,
    id: customerId,
    number,
    firstName: customer.firstName,
    lastName: customer.lastName,
    language: customer.language,
    timeZone: customer.timeZone,
    postalCode: customer.postalCode ?? null,
    region: customer.region ?? null,
    dateOfBirth: null,
    createdAt,
  });
  await tx.em.insert(Account, {
    billerId,
    id: accountId,
    customerId,
    number,
    oneReplySince: null,
    vaultCustomerId: null,
    nextStatementOn: null,
    createdAt,
  });
  await insertOnce(tx.em, Phone, {
    billerId,
    id: tx.ids.next(),
    ...customer.phone,
    unreachableSince: null,
    unreachableCode: null,
    createdAt,
  });
  const phone = await tx.em.findOneOrFail(Phone, { billerId, e164: customer.phone.e164 });
  await tx.em.insert(AccountPhone, {
    billerId,
    accountId,
    phoneId: phone.id,
    role: 'primary',
    since: createdAt,
  });
  if (customer.consent) await recordConsent(tx, billerId, phone.id, customer.consent);
  return { accountId };
}

/** Refused where the phone has said STOP, or has agreed before: what is known of it outweighs what is said of it. */
async function recordConsent(
  tx: TxCtx,
  billerId: string,
  phoneId: string,
  { purposes, ...consent }: NonNullable<NewCustomer['consent']>,
): Promise<void> {
  for (const purpose of purposes) {
    await changeConsent(tx, { billerId, phoneId, act: 'granted', purpose, ...consent });
  }
}
