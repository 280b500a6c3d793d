import type { CustomerFilter, CustomerSort } from '@kvitt/domain/customer/customer-filter';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** A customer as a line of the list. Amounts are minor units. */
export interface CustomerLine {
  id: string;
  name: string;
  accounts: string[];
  /** E.164, the one that texts go to; null where there is none. */
  phone: string | null;
  openMinor: number;
  currency: string;
  /** Days since the oldest open bill was due; 0 where none is late. */
  overdueDays: number;
  hasAutopay: boolean;
  isPaperless: boolean;
  isHeld: boolean;
  hasPromise: boolean;
  inDispute: boolean;
  /** Whether the phone has agreed to texts: `none` it was never asked, or there is no phone. */
  texts: 'agreed' | 'asked' | 'stopped' | 'none';
  tags: string[];
  /** What it is sorted by, by which the next page begins. */
  place: string;
}

export interface CustomerQuestion {
  billerId: string;
  /** `YYYY-MM-DD`, today where the biller is. */
  today: string;
  filters: readonly CustomerFilter[];
  tag?: string | undefined;
  sort: CustomerSort;
  isBackwards: boolean;
  /** The last line that is known. */
  after?: { place: string; id: string } | undefined;
  most: number;
}

const SORTS = {
  name: { column: sql`k.sort_name`, as: sql`text` },
  open: { column: sql`k.open_minor`, as: sql`bigint` },
  overdue: { column: sql`k.oldest_due_on`, as: sql`date` },
} as const satisfies Record<CustomerSort, { column: RawBuilder<unknown>; as: RawBuilder<unknown> }>;

/** Customers whose phone has, or has not, a consent. */
const withConsent = (
  billerId: string,
  condition: RawBuilder<unknown>,
) => sql`select a.customer_id from consent s
  join account_phone ap on ap.biller_id = s.biller_id and ap.phone_id = s.phone_id
  join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
  where s.biller_id = ${billerId} and ${condition}`;

/** What is asked of a line of the standings; each begins at an index of just these rows where they are few. */
const FILTERS: Readonly<Record<CustomerFilter, (billerId: string, today: string) => RawBuilder<unknown>>> = {
  overdue: (_, today) => sql`k.oldest_due_on < ${today}::date`,
  autopay: (billerId) => sql`k.customer_id in (select a.customer_id from autopay p
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    where p.biller_id = ${billerId} and p.state <> 'off')`,
  paperless: (billerId) =>
    sql`k.customer_id in (${withConsent(billerId, sql`s.purpose = 'paperless' and s.state not in ('pending', 'revoked')`)})`,
  stopped: (billerId) =>
    sql`k.customer_id in (${withConsent(billerId, sql`s.purpose = 'service' and s.state = 'revoked'`)})`,
  dispute: (billerId) => sql`k.customer_id in (select a.customer_id from dispute d
    join payment p on p.biller_id = d.biller_id and p.id = d.payment_id
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    where d.biller_id = ${billerId} and d.decided_at is null)`,
  promise: (billerId) => sql`k.customer_id in (select a.customer_id from promise w
    join account a on a.biller_id = w.biller_id and a.id = w.account_id
    where w.biller_id = ${billerId} and w.state = 'open')`,
  held: (billerId) => sql`k.customer_id in (select a.customer_id from invoice_hold h
    join invoice i on i.biller_id = h.biller_id and i.id = h.invoice_id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    where h.biller_id = ${billerId} and h.ended_at is null)`,
  'no-phone': () => sql`not k.has_phone`,
};

/**
 * A page of a biller's customers. It begins behind a line and reads one index in its order: by name, by what is open (most
 * first) or by how long it is overdue (longest first), each also backwards. What is shown of a line is read as it stands now.
 */
export async function listCustomers(em: EntityManager, asked: CustomerQuestion): Promise<CustomerLine[]> {
  const { billerId, today, filters, tag, sort, isBackwards, after, most } = asked;
  const { column, as } = SORTS[sort];
  // Of amounts the greatest is what one looks for, of days the earliest, of names the first.
  const isDown = (sort === 'open') !== isBackwards;
  const order = isDown ? sql`desc` : sql`asc`;
  const conditions = filters.map((filter) => sql`and ${FILTERS[filter](billerId, today)}`);
  if (tag !== undefined) {
    conditions.push(sql`and k.customer_id in (select t.customer_id from customer_tag t
      where t.biller_id = ${billerId} and t.tag = ${tag})`);
  }
  if (after) {
    conditions.push(sql`and (${column}, k.customer_id) ${isDown ? sql`<` : sql`>`}
      (${after.place}::${as}, ${after.id}::uuid)`);
  }
  return loadCustomerLines(
    em,
    { billerId, today },
    sql`select k.biller_id, k.customer_id, ${column} as place, row_number() over (order by ${column} ${order}, k.customer_id ${order}) as nth
      from customer_standing k where k.biller_id = ${billerId} ${sql.join(conditions, sql` `)}
      order by ${column} ${order}, k.customer_id ${order} limit ${sql.lit(most)}`,
  );
}

/** The lines of these customers, in the order in which they are named. */
export async function findCustomerLines(
  em: EntityManager,
  { billerId, today }: { billerId: string; today: string },
  ids: readonly string[],
): Promise<CustomerLine[]> {
  if (ids.length === 0) return [];
  return loadCustomerLines(
    em,
    { billerId, today },
    sql`select ${billerId}::uuid as biller_id, named.id as customer_id, '' as place, named.nth
      from unnest(${[...ids]}::uuid[]) with ordinality as named (id, nth)`,
  );
}

async function loadCustomerLines(
  em: EntityManager,
  { today }: { billerId: string; today: string },
  page: RawBuilder<unknown>,
): Promise<CustomerLine[]> {
  const { rows } = await sql<CustomerLine>`
    with page as materialized (${page})
    select c.id, c.first_name || ' ' || c.last_name as name, b.currency, page.place::text as place,
      held.accounts, who.e164 as phone, coalesce(owes.minor, 0)::float8 as "openMinor",
      greatest(0, ${today}::date - coalesce(owes.due_on, ${today}::date)) as "overdueDays",
      coalesce(owes.is_held, false) as "isHeld", held.autopay as "hasAutopay", held.promise as "hasPromise",
      exists (select from account a join payment p on p.biller_id = a.biller_id and p.account_id = a.id
        join dispute d on d.biller_id = p.biller_id and d.payment_id = p.id and d.decided_at is null
        where a.biller_id = c.biller_id and a.customer_id = c.id) as "inDispute",
      exists (select from consent s where s.biller_id = c.biller_id and s.phone_id = who.id and s.purpose = 'paperless'
        and s.state not in ('pending', 'revoked')) as "isPaperless",
      coalesce((select case s.state when 'revoked' then 'stopped' when 'pending' then 'asked' else 'agreed' end
        from consent s where s.biller_id = c.biller_id and s.phone_id = who.id and s.purpose = 'service'), 'none') as texts,
      array(select t.tag from customer_tag t where t.biller_id = c.biller_id and t.customer_id = c.id order by 1) as tags
    from page join customer c on c.biller_id = page.biller_id and c.id = page.customer_id
    join biller b on b.id = c.biller_id
    left join lateral (select coalesce(array_agg(a.number order by a.number), '{}') as accounts,
        coalesce(bool_or(exists (select from autopay p where p.biller_id = a.biller_id and p.account_id = a.id
          and p.state <> 'off')), false) as autopay,
        coalesce(bool_or(exists (select from promise w where w.biller_id = a.biller_id and w.account_id = a.id
          and w.state = 'open')), false) as promise
      from account a where a.biller_id = c.biller_id and a.customer_id = c.id) held on true
    left join lateral (select p.id, p.e164 from account a
      join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
      join phone p on p.biller_id = ap.biller_id and p.id = ap.phone_id
      where a.biller_id = c.biller_id and a.customer_id = c.id order by ap.role desc, ap.since, p.id limit 1) who on true
    left join lateral (select sum(owed.minor) filter (where i.currency = b.currency) as minor, min(i.due_on) as due_on,
        bool_or(exists (select from invoice_hold h where h.biller_id = i.biller_id and h.invoice_id = i.id
          and h.ended_at is null)) as is_held
      from account a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id
      join lateral (select sum(g.minor) as minor from posting g where g.biller_id = i.biller_id
        and g.invoice_id = i.id) owed on owed.minor > 0
      where a.biller_id = c.biller_id and a.customer_id = c.id) owes on true
    order by page.nth`.execute(em.getKysely());
  return rows;
}
