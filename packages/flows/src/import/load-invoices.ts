import type { JournalEntry } from '@kvitt/domain/ledger/chart';
import { postInvoice, postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

export interface InvoicePlan {
  created: number;
  /** New bills that were settled past Kvitt before they came here. */
  createdSettled: number;
  /** Bills that are here with the same content. */
  unchanged: number;
  /** Of those, the ones that the file now calls settled. */
  settled: number;
}

/** Counts what `loadInvoices` is going to do with the checked rows. */
export async function planInvoices(em: EntityManager): Promise<InvoicePlan> {
  const { rows } = await sql<Record<keyof InvoicePlan, string>>`
    select count(*) filter (where k.line is null) as "created",
      count(*) filter (where k.line is null and r.settled_on is not null) as "createdSettled",
      count(*) filter (where k.line is not null) as "unchanged",
      count(*) filter (where k.settled_on is not null and not k.is_settled and k.due > 0) as "settled"
    from import_row r left join import_known k on k.line = r.line`.execute(em.getKysely());
  const [counts] = rows;
  return {
    created: Number(counts?.created),
    createdSettled: Number(counts?.createdSettled),
    unchanged: Number(counts?.unchanged),
    settled: Number(counts?.settled),
  };
}

/**
 * Loads the checked rows: bills, and what each moves in the ledger. One statement a table. A bill that comes settled
 * has nothing to announce, and is marked so, or years of them would be looked at one by one.
 */
export async function loadInvoices(em: EntityManager, load: { billerId: string; now: Date }): Promise<void> {
  const { billerId, now } = load;
  const db = em.getKysely();
  await sql`create temporary table import_entry on commit drop as
    select uuidv7() as id, uuidv7() as invoice_id, 'invoice-issued' as cause, r.line, r.currency, r.total_minor,
      r.issued_on as day, r.settled_on
    from import_row r where not exists (select from import_known k where k.line = r.line)
    order by r.line`.execute(db);
  await sql`insert into invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on,
      due_on, announced_at, created_at)
    select ${billerId}, e.invoice_id, a.id, r.number, r.description, r.currency, r.total_minor, r.issued_on, r.due_on,
      case when r.settled_on is not null then ${now}::timestamptz end, ${now}
    from import_entry e join import_row r on r.line = e.line
    join account a on a.biller_id = ${billerId} and a.number = r.account
    order by e.id`.execute(db);
  await sql`insert into import_entry (id, invoice_id, cause, line, currency, total_minor, day)
    select uuidv7(), invoice_id, 'settled-outside', line, currency, total_minor, settled_on
      from import_entry where settled_on is not null
    union all
    select uuidv7(), id, 'settled-outside', line, currency, total_minor, settled_on
      from import_known where settled_on is not null and not is_settled and due > 0`.execute(db);
  await postEntries(em, billerId);
}

/**
 * Posts what `import_entry` holds by the same functions that post one bill: they are asked for a bill of one cent, and
 * every bill's postings are those, times its total. A fact belongs to its own day and not to the day of the import; at
 * noon UTC it is that day nearly everywhere.
 */
async function postEntries(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`insert into journal_entry (biller_id, id, cause, cause_id, currency, at)
    select ${billerId}, id, cause, invoice_id, currency, (day + time '12:00') at time zone 'UTC'
    from import_entry order by id`.execute(db);
  const rule = [postInvoice, postSettledOutside].flatMap((post) =>
    toRuleRows(post({ id: 'the bill', totalMinor: 1, currency: 'USD' })),
  );
  await sql`insert into posting (biller_id, entry_id, line, account, invoice_id, minor)
    select ${billerId}, e.id, rule.line, rule.account, case when rule.is_of_bill then e.invoice_id end,
      rule.factor * e.total_minor
    from import_entry e
    join (values ${sql.join(rule)}) as rule (cause, line, account, is_of_bill, factor) on rule.cause = e.cause
    order by e.id, rule.line`.execute(db);
}

function toRuleRows(entry: JournalEntry): RawBuilder<unknown>[] {
  return entry.postings.map(
    (posting, line) =>
      sql`(${entry.cause}, ${line}::int, ${posting.account}, ${posting.invoiceId !== undefined}::boolean,
        ${posting.minor}::bigint)`,
  );
}
