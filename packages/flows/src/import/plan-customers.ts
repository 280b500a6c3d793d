import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface CustomerPlan {
  created: number;
  updated: number;
  unchanged: number;
  /** Customers that change, the first of them, with the fields that do. */
  changes: { line: number; number: string; fields: string[] }[];
  phonesAdded: number;
  /** Phones for which giving the number is recorded as consent. */
  consentsRecorded: number;
  /** Phones for which it is recorded as consent to texts about late bills. */
  lateConsentsRecorded: number;
  /** Phones of the file that said STOP, and stay stopped. */
  stopsKept: number;
}

/** More than this many are counted, not listed. */
const LISTED_CHANGES = 1_000;

/** Works out what a file of customers changes, into `import_change`, and counts it. */
export async function planCustomers(
  em: EntityManager,
  billerId: string,
  { isConsent, isLateConsent }: { isConsent: boolean; isLateConsent: boolean },
): Promise<CustomerPlan> {
  const db = em.getKysely();
  await findChanges(em, billerId);
  const { rows } = await sql<Record<keyof Omit<CustomerPlan, 'changes'>, string>>`
    select count(*) filter (where c.id is null) as "created",
      count(*) filter (where i.number is not null) as "updated",
      count(*) filter (where c.id is not null and i.number is null) as "unchanged",
      count(distinct r.e164) filter (where p.id is null) as "phonesAdded",
      count(distinct r.e164) filter (where s.state is null and coalesce(r.consent_service, 1) = 1 and ${isConsent}) as "consentsRecorded",
      count(distinct r.e164) filter (where l.state is null and s.state is distinct from 'revoked' and ${isConsent}
        and coalesce(r.consent_past_due, case when ${isLateConsent} then coalesce(r.consent_service, 1) else 0 end) = 1)
        as "lateConsentsRecorded",
      count(distinct r.e164) filter (where s.state = 'revoked') as "stopsKept"
    from import_row r
    left join customer c on c.biller_id = ${billerId} and c.number = r.number
    left join import_change i on i.number = r.number
    left join phone p on p.biller_id = ${billerId} and p.e164 = r.e164
    left join consent s on s.biller_id = p.biller_id and s.phone_id = p.id and s.purpose = 'service'
    left join consent l on l.biller_id = p.biller_id and l.phone_id = p.id and l.purpose = 'past-due'`.execute(
    db,
  );
  const changes = await sql<CustomerPlan['changes'][number]>`
    select line, number, fields from import_change order by line limit ${LISTED_CHANGES}`.execute(db);
  const [counts] = rows;
  return {
    created: Number(counts?.created),
    updated: Number(counts?.updated),
    unchanged: Number(counts?.unchanged),
    changes: changes.rows,
    phonesAdded: Number(counts?.phonesAdded),
    consentsRecorded: Number(counts?.consentsRecorded),
    lateConsentsRecorded: Number(counts?.lateConsentsRecorded),
    stopsKept: Number(counts?.stopsKept),
  };
}

/** An empty cell says nothing, so it changes nothing: a file with fewer columns must not erase what another brought. */
async function findChanges(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`create temporary table import_change on commit drop as
    select line, number, fields from (
      select r.line, r.number, array_remove(array[
        case when r.first_name <> c.first_name then 'firstName' end,
        case when r.last_name <> c.last_name then 'lastName' end,
        case when r.postal_code is distinct from c.postal_code and r.postal_code is not null then 'postalCode' end,
        case when r.region is distinct from c.region and r.region is not null then 'region' end,
        case when r.time_zone <> c.time_zone then 'timeZone' end,
        case when r.language <> c.language then 'language' end,
        case when r.date_of_birth is distinct from c.date_of_birth and r.date_of_birth is not null
          then 'dateOfBirth' end,
        case when r.next_statement_on is not null and exists (select from account a where a.biller_id = c.biller_id
          and a.number = r.number and a.next_statement_on is distinct from r.next_statement_on) then 'nextStatementOn' end,
        case when r.e164 is not null and not exists (
          select from account a join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
          join phone p on p.biller_id = ap.biller_id and p.id = ap.phone_id
          where a.biller_id = c.biller_id and a.number = r.number and ap.role = 'primary' and p.e164 = r.e164)
          then 'phone' end], null) as fields
      from import_row r join customer c on c.biller_id = ${billerId} and c.number = r.number) found
    where cardinality(fields) > 0`.execute(db);
  await sql`analyze import_change`.execute(db);
}
