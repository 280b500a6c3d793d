import type { EntityClass, EntityDictionary, EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { Biller } from '../biller/biller.entity.ts';
import { Account } from '../customer/account.entity.ts';
import { Customer } from '../customer/customer.entity.ts';
import { Phone } from '../customer/phone.entity.ts';
import { Invoice } from '../invoice/invoice.entity.ts';
import { hashToken } from './hash-token.ts';
import { isToken } from './is-token.ts';
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
  /** When nothing was left to pay on the bill; null while something is. */
  settledAt: Date | null;
}

/**
 * Finds what a token opens, expired and revoked links included; undefined where there is none. Changes nothing. A link
 * to a bill that another has replaced leads to that one, unless something came back to the old one since. Every page waits
 * for this, so it is one question.
 */
export async function findLink(em: EntityManager, token: string): Promise<LinkTarget | undefined> {
  if (!isToken(token)) return undefined;
  const { rows } = await sql<LinkRow>`select ${LINK_COLUMNS} ${fromLink(token)}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) return undefined;
  return readTarget(row, (entity, found) => em.map(entity, found));
}

/** What a row says of a link's target; `read` makes an object of each part. */
export function readTarget(
  row: LinkRow,
  read: <T extends object>(entity: EntityClass<T>, found: EntityDictionary<T>) => T,
): LinkTarget {
  return {
    link: read(PortalLink, row.link),
    biller: read(Biller, row.biller),
    invoice: read(Invoice, row.invoice),
    account: read(Account, row.account),
    customer: read(Customer, row.customer),
    phone: row.phone ? read(Phone, row.phone) : undefined,
    settledAt: row.settled_at === null ? null : new Date(row.settled_at),
  };
}

/** A part of a statement that stands on `fromLink`: what a link leads to, each as JSON. */
export const LINK_COLUMNS = sql`
  to_json(l) as link, to_json(b) as biller, to_json(i) as invoice, to_json(a) as account, to_json(c) as customer,
  (select to_json(p) from account_phone s join phone p on p.biller_id = s.biller_id and p.id = s.phone_id
    where s.biller_id = a.biller_id and s.account_id = a.id
    order by s.role = 'primary' desc, s.since limit 1) as phone,
  (select case when sum(p.minor) <= 0 then max(e.at) end from posting p
    join journal_entry e on e.biller_id = p.biller_id and e.id = p.entry_id
    where p.biller_id = i.biller_id and p.invoice_id = i.id) as settled_at`;

/** Link `l` with its biller `b`, the bill `i` that it leads to now, account `a` and customer `c`. */
export function fromLink(token: string): RawBuilder<unknown> {
  return sql`
    from portal_link l
    join biller b on b.id = l.biller_id
    join lateral (
      with recursive chain as (
        select o.*, 0 as step from invoice o where o.biller_id = l.biller_id and o.id = l.invoice_id
        union all
        select n.*, c.step + 1 from chain c join invoice n on n.biller_id = c.biller_id and n.supersedes_id = c.id
        where (select coalesce(sum(g.minor), 0) from posting g
          where g.biller_id = c.biller_id and g.invoice_id = c.id) <= 0)
      select * from chain order by step desc limit 1) i on true
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where l.token_hash = ${hashToken(token)}`;
}

/** Rows as the database has them, to make entities of. */
export interface LinkRow {
  link: EntityDictionary<PortalLink>;
  biller: EntityDictionary<Biller>;
  invoice: EntityDictionary<Invoice>;
  account: EntityDictionary<Account>;
  customer: EntityDictionary<Customer>;
  phone: EntityDictionary<Phone> | null;
  settled_at: Date | string | null;
}
