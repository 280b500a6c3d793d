import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/** The account of one of the people that a local Kvitt is filled with, by the phone (E.164). */
export async function findAccount({ biller, context }: Beside, phone: string): Promise<Payer> {
  const { em } = context();
  const billerId = biller.id;
  const { id: phoneId } = await em.findOneOrFail(Phone, { billerId, e164: phone });
  const { accountId } = await em.findOneOrFail(AccountPhone, { billerId, phoneId });
  return { accountId, phone };
}
