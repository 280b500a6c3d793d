import type { EntityManager } from '@mikro-orm/postgresql';
import { Biller } from '../biller/biller.entity.ts';
import { Account } from '../customer/account.entity.ts';
import { AccountPhone } from '../customer/account-phone.entity.ts';
import { Customer } from '../customer/customer.entity.ts';
import { Phone } from '../customer/phone.entity.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import { hashToken } from './hash-token.ts';
import { PortalLink } from './portal-link.entity.ts';

/** What a link leads to. */
export interface LinkTarget {
  link: PortalLink;
  biller: Biller;
  invoice: Invoice;
  account: Account;
  customer: Customer;
  /** The account's primary phone; undefined where it has none. */
  phone: Phone | undefined;
}

/** A token as it was made: 16 letters of base 58. Anything else is not looked up. */
const TOKEN = /^[1-9A-HJ-NP-Za-km-z]{16}$/;

/** Finds what a token opens, expired and revoked links included; undefined where there is none. Changes nothing. */
export async function findLink(em: EntityManager, token: string): Promise<LinkTarget | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const link = await em.findOne(PortalLink, { tokenHash: hashToken(token) });
  if (!link) return undefined;
  const { billerId } = link;
  const biller = await em.findOneOrFail(Biller, { id: billerId });
  const invoice = await em.findOneOrFail(Invoice, { billerId, id: link.invoiceId });
  const account = await em.findOneOrFail(Account, { billerId, id: invoice.accountId });
  const customer = await em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const served = await em.find(AccountPhone, { billerId, accountId: account.id });
  const phoneId = (served.find((one) => one.role === 'primary') ?? served[0])?.phoneId;
  const phone = phoneId ? await em.findOneOrFail(Phone, { billerId, id: phoneId }) : undefined;
  return { link, biller, invoice, account, customer, phone };
}
