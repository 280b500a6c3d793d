import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What only shows beside the other rows, the accounts and the bills there are. A bill whose number is taken must say the
 * same as the bill that has it: what was issued never changes, so the file is wrong, or it wants a credit note.
 */
export async function checkInvoices(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`insert into import_problem (line, field, value, code, expected)
    select line, 'number', number, 'REPEATED_IN_FILE', first_line::text
    from (select line, number, min(line) over (partition by number) as first_line from import_row
      where number is not null) r
    where line > first_line`.execute(db);
  await sql`insert into import_problem (line, field, value, code, expected)
    select r.line, 'account', r.account, 'ACCOUNT_UNKNOWN', ''
    from import_row r
    where r.account is not null
      and not exists (select from account a where a.biller_id = ${billerId} and a.number = r.account)`.execute(
    db,
  );
  await lockSettled(em, billerId);
  await sql`create temporary table import_known on commit drop as
    select r.line, i.id, i.currency, i.total_minor, i.due_on,
      s.id is not null as is_settled, r.settled_on,
      (select coalesce(sum(p.minor), 0) from posting p
        where r.settled_on is not null and s.id is null and p.biller_id = i.biller_id and p.invoice_id = i.id) as due
    from import_row r
    join invoice i on i.biller_id = ${billerId} and i.number = r.number
    left join journal_entry s
      on s.biller_id = i.biller_id and s.cause = 'settled-outside' and s.cause_id = i.id`.execute(db);
  await sql`analyze import_known`.execute(db);
  await checkDifferences(em, billerId);
  await checkSettlements(em, billerId);
}

/**
 * A charge locks the bill before it starts: from here on none can slip in before the settlement is posted, and what is due
 * is read afterwards. The weaker of the two locks: the stronger would hold up every link and text about these bills, and
 * with them the outbox, for as long as the import takes or a person thinks about it.
 */
async function lockSettled(em: EntityManager, billerId: string): Promise<void> {
  await sql`select from invoice i join import_row r on r.number = i.number
    where i.biller_id = ${billerId} and r.settled_on is not null and not exists (select from journal_entry s
      where s.biller_id = i.biller_id and s.cause = 'settled-outside' and s.cause_id = i.id)
    order by i.id for no key update of i`.execute(em.getKysely());
}

async function checkDifferences(em: EntityManager, billerId: string): Promise<void> {
  await sql`insert into import_problem (line, field, value, code, expected)
    select k.line, d.field, d.value, 'BILL_DIFFERS', d.stored
    from import_known k
    join import_row r on r.line = k.line
    join invoice i on i.biller_id = ${billerId} and i.id = k.id
    join account a on a.biller_id = i.biller_id and a.id = i.account_id
    left join account named on named.biller_id = i.biller_id and named.number = r.account
    left join journal_entry s
      on s.biller_id = i.biller_id and s.cause = 'settled-outside' and s.cause_id = i.id
    cross join lateral (values
      ('account', named.number, a.number),
      ('issuedOn', r.issued_on::text, i.issued_on::text),
      ('dueOn', r.due_on::text, i.due_on::text),
      ('amount', (r.total_minor / 100.0)::numeric(20, 2)::text, (i.total_minor / 100.0)::numeric(20, 2)::text),
      ('currency', r.currency, i.currency),
      ('description', r.description, i.description),
      ('settledOn', r.settled_on::text, (s.at at time zone 'UTC')::date::text)
    ) as d (field, value, stored)
    where d.value <> d.stored`.execute(em.getKysely());
}

/**
 * A known bill that the file now calls settled. Where nothing of it was paid here, that is news and gets posted; where it
 * was all paid here, the other system learned it from us. In between, a person has to look.
 */
async function checkSettlements(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`insert into import_problem (line, field, value, code, expected)
    select k.line, 'settledOn', k.settled_on::text, 'PAYMENT_UNDER_WAY', ''
    from import_known k
    where k.settled_on is not null and not k.is_settled and exists (select from payment p
      where p.biller_id = ${billerId} and p.invoice_id = k.id and p.state in ('started', 'unknown'))`.execute(
    db,
  );
  await sql`insert into import_problem (line, field, value, code, expected)
    select line, 'settledOn', settled_on::text, 'BILL_PARTLY_PAID', (due / 100.0)::numeric(20, 2) || ' ' || currency
    from import_known
    where settled_on is not null and not is_settled and due > 0 and due <> total_minor`.execute(db);
}
