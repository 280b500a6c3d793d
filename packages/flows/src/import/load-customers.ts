import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';
import type { LoadFacts } from './import-kind.ts';
import { recordConsents } from './record-consents.ts';

export interface CustomerLoad extends LoadFacts {
  billerId: string;
  now: Date;
  /** For a new customer whose row says none. */
  timeZone: string;
  language: string;
  /** Whether giving the number counts as consent to texts about bills, and about late ones too. */
  isConsent: boolean;
  isLateConsent: boolean;
}

/**
 * Loads the checked rows: customers, one account each under the customer's number, and their phones. One statement a
 * table, whatever the number of rows.
 */
export async function loadCustomers(tx: TxCtx, load: CustomerLoad): Promise<void> {
  const { em } = tx;
  await updateCustomers(em, load);
  await addCustomers(em, load);
  await joinPhones(em, load);
  // Last: from here until the end nobody else can write to the biller's ledger.
  if (load.isConsent) await recordConsents(tx, load.billerId, { ...load, isLateToo: load.isLateConsent });
}

async function updateCustomers(em: EntityManager, { billerId }: CustomerLoad): Promise<void> {
  await sql`update customer c set first_name = r.first_name, last_name = r.last_name,
      postal_code = coalesce(r.postal_code, c.postal_code), region = coalesce(r.region, c.region),
      time_zone = coalesce(r.time_zone, c.time_zone), language = coalesce(r.language, c.language),
      date_of_birth = coalesce(r.date_of_birth, c.date_of_birth)
    from import_row r join import_change i on i.number = r.number
    where c.biller_id = ${billerId} and c.number = r.number and i.fields <> array['phone']`.execute(
    em.getKysely(),
  );
  await sql`update account a set next_statement_on = r.next_statement_on
    from import_row r join import_change i on i.number = r.number
    where a.biller_id = ${billerId} and a.number = r.number and 'nextStatementOn' = any (i.fields)`.execute(
    em.getKysely(),
  );
}

async function addCustomers(em: EntityManager, load: CustomerLoad): Promise<void> {
  const { billerId, now } = load;
  const db = em.getKysely();
  await sql`insert into customer (biller_id, id, number, first_name, last_name, postal_code, region, time_zone, language,
      date_of_birth, created_at)
    select ${billerId}, uuidv7(), r.number, r.first_name, r.last_name, r.postal_code, r.region,
      coalesce(r.time_zone, ${load.timeZone}), coalesce(r.language, ${load.language}), r.date_of_birth, ${now}
    from import_row r
    where not exists (select from customer c where c.biller_id = ${billerId} and c.number = r.number)
    order by r.line`.execute(db);
  await sql`insert into account (biller_id, id, customer_id, number, next_statement_on, created_at)
    select ${billerId}, uuidv7(), c.id, r.number, r.next_statement_on, ${now}
    from import_row r join customer c on c.biller_id = ${billerId} and c.number = r.number
    where not exists (select from account a where a.biller_id = ${billerId} and a.number = r.number)
    order by r.line`.execute(db);
}

/**
 * The phone of the row becomes the account's first one. The one that was stays with the account, behind it: texts that
 * nobody asked for go to the first alone, and a number that changed hands must get none.
 */
async function joinPhones(em: EntityManager, { billerId, now }: CustomerLoad): Promise<void> {
  const db = em.getKysely();
  await sql`insert into phone (biller_id, id, e164, line_type, created_at)
    select ${billerId}, uuidv7(), e164, line_type, ${now}
    from (select distinct on (e164) e164, line_type, line from import_row where e164 is not null order by e164, line) r
    order by line
    on conflict (biller_id, e164) do nothing`.execute(db);
  await sql`create temporary table import_phone on commit drop as
    select r.line, a.id as account_id, p.id as phone_id
    from import_row r
    join account a on a.biller_id = ${billerId} and a.number = r.number
    join phone p on p.biller_id = ${billerId} and p.e164 = r.e164`.execute(db);
  await sql`analyze import_phone`.execute(db);
  await sql`update account_phone ap set role = 'other' from import_phone i
    where ap.biller_id = ${billerId} and ap.account_id = i.account_id and ap.role = 'primary'
      and ap.phone_id <> i.phone_id`.execute(db);
  await sql`insert into account_phone as ap (biller_id, account_id, phone_id, role, since)
    select ${billerId}, account_id, phone_id, 'primary', ${now} from import_phone
    on conflict (biller_id, account_id, phone_id) do update set role = 'primary'
      where ap.role <> 'primary'`.execute(db);
}
