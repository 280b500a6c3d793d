import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import type { Language } from '@kvitt/domain/locale/language';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';

export interface FoundAccount {
  billerId: string;
  accountId: string;
  number: string;
  /** The customer's. */
  timeZone: string;
  language: Language;
}

/** The account that a command is about, by the biller's number for it. */
export async function findAccount(ctx: Ctx, number: string, slug: string | undefined): Promise<FoundAccount> {
  const biller = await findBiller(ctx, slug);
  const em = ctx.em.fork();
  const account = biller && (await em.findOne(Account, { billerId: biller.id, number }));
  if (!account) throw new CommandError(EXIT.no, `There is no account ${number}.`);
  const { billerId, id: accountId } = account;
  const { timeZone, language } = await em.findOneOrFail(Customer, { billerId, id: account.customerId });
  return { billerId, accountId, number, timeZone, language };
}
