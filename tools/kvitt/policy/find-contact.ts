import { Account } from '@kvitt/db/customer/account.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { FlagOwner } from '@kvitt/flows/consent/set-contact-flag';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';

/** Whom a command about the rules of contact is about. */
export interface ContactOptions {
  biller?: string;
  account?: string;
  phone?: string;
}

/** The biller that a command is about, which there must be. */
export async function needBiller(ctx: Ctx, options: ContactOptions): Promise<string> {
  const biller = await findBiller(ctx, options.biller);
  if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
  return biller.id;
}

/** The account, or else the phone, that an option names; undefined where none does. */
export async function findContact(
  ctx: Ctx,
  billerId: string,
  { account, phone }: ContactOptions,
): Promise<FlagOwner | undefined> {
  const em = ctx.em.fork();
  if (account !== undefined) {
    const found = await em.findOne(Account, { billerId, number: account });
    if (!found) throw new CommandError(EXIT.no, `There is no account ${account}.`);
    return { accountId: found.id };
  }
  if (phone === undefined) return undefined;
  const found = await em.findOne(Phone, { billerId, e164: phone });
  if (!found) throw new CommandError(EXIT.no, `There is no phone ${phone}; it is written as +12125550100.`);
  return { phoneId: found.id };
}
