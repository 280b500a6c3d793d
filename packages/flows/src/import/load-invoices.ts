import type { EarlyDiscountTerms } from '@kvitt/domain/invoice/early-discount';
import type { JournalEntry } from '@kvitt/domain/ledger/chart';
import { postAdjustment } from '@kvitt/domain/ledger/post-adjustment';
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
  /** What the new bills come to, and how much of that was settled past Kvitt; and what the known ones are settled by. */
  sums: { currency: string; createdMinor: number; createdSettledMinor: number; settledMinor: number }[];
}

/** Counts what `loadInvoices` is going to do with the checked rows. */
export async function planInvoices(em: EntityManager): Promise<InvoicePlan> {
  const { rows } = await sql<Record<keyof Omit<InvoicePlan, 'sums'>, string>>`
    select count(*) filter (where k.line is null) as "created",
      count(*) filter (where k.line is null and r.settled_on is not null) as "createdSettled",
      count(*) filter (where k.line is not null) as "unchanged",
      count(*) filter (where k.settled_on is not null and not k.is_settled and k.due > 0) as "settled"
    from import_row r left join import_known k on k.line = r.line`.execute(em.getKysely());
  const [counts] = rows;
  const sums = await sql<{ currency: string; created: string; createdSettled: string; settled: string }>`
    select r.currency, coalesce(sum(r.total_minor) filter (where k.line is null), 0) as created,
      coalesce(sum(r.total_minor) filter (where k.line is null and r.settled_on is not null), 0) as "createdSettled",
      coalesce(sum(k.due) filter (where k.settled_on is not null and not k.is_settled and k.due > 0), 0) as settled
    from import_row r left join import_known k on k.line = r.line
    group by r.currency order by r.currency`.execute(em.getKysely());
  return {
    created: Number(counts?.created),
    createdSettled: Number(counts?.createdSettled),
    unchanged: Number(counts?.unchanged),
    settled: Number(counts?.settled),
    sums: sums.rows.map((sum) => ({
      currency: sum.currency,
      createdMinor: Number(sum.created),
      createdSettledMinor: Number(sum.createdSettled),
      settledMinor: Number(sum.settled),
    })),
  };
}

/** The biller's terms, and its own day, `YYYY-MM-DD`. */
interface DiscountToGrant extends EarlyDiscountTerms {
  today: string;
}

/**
 * Loads the checked rows: bills, and what each moves in the ledger. One statement a table. A bill that comes settled
 * has nothing to announce, and is marked so, or years of them would be looked at one by one.
 */
export async function loadInvoices(
  em: EntityManager,
  load: { billerId: string; now: Date; hasLines: boolean; discount: DiscountToGrant | undefined },
): Promise<void> {
  const { billerId, now, hasLines, discount } = load;
  const db = em.getKysely();
  await sql`create temporary table import_entry on commit drop as
    select uuidv7() as id, bill.id as invoice_id, bill.id as cause_id, 'invoice-issued' as cause, r.line, r.currency,
      r.total_minor, r.issued_on as day, r.settled_on
    from import_row r cross join lateral (select uuidv7() as id where r.line is not null) bill
    where not exists (select from import_known k where k.line = r.line)
    order by r.line`.execute(db);
  await sql`insert into invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on,
      due_on, announced_at, created_at)
    select ${billerId}, e.invoice_id, a.id, r.number, r.description, r.currency, r.total_minor, r.issued_on, r.due_on,
      case when r.settled_on is not null then ${now}::timestamptz end, ${now}
    from import_entry e join import_row r on r.line = e.line
    join account a on a.biller_id = ${billerId} and a.number = r.account
    order by e.id`.execute(db);
  // Only a file with lines has laid out their columns.
  if (hasLines) {
    await sql`insert into invoice_line (biller_id, invoice_id, at, description, quantity_milli, unit_milli,
        tax_rate_milli, net_minor, tax_minor)
      select ${billerId}, e.invoice_id, l.at, l.line_text, l.line_quantity, l.line_price, l.line_tax_rate, l.net, l.tax
      from import_entry e join import_row r on r.line = e.line join import_line l on l.number = r.number
      order by e.id, l.at`.execute(db);
  }
  await sql`insert into import_entry (id, invoice_id, cause_id, cause, line, currency, total_minor, day)
    select uuidv7(), invoice_id, invoice_id, 'settled-outside', line, currency, total_minor, settled_on
      from import_entry where settled_on is not null
    union all
    select uuidv7(), id, id, 'settled-outside', line, currency, total_minor, settled_on
      from import_known where settled_on is not null and not is_settled and due > 0`.execute(db);
  if (discount) await grantDiscounts(em, { billerId, now, discount });
  await postEntries(em, billerId);
}

/** The same as `issueInvoice` grants to one bill alone. */
async function grantDiscounts(
  em: EntityManager,
  { billerId, now, discount }: { billerId: string; now: Date; discount: DiscountToGrant },
): Promise<void> {
  const db = em.getKysely();
  const { percent, withinDays, today } = discount;
  await sql`insert into import_entry (id, invoice_id, cause_id, cause, line, currency, total_minor, day)
    select uuidv7(), e.invoice_id, uuidv7(), 'early-discount', e.line, e.currency, e.total_minor * ${percent}::bigint / 100,
      e.day
    from import_entry e join import_row r on r.line = e.line
    where e.cause = 'invoice-issued' and e.settled_on is null and e.total_minor * ${percent}::bigint >= 100
      and e.day + ${withinDays}::int >= ${today}::date and e.day + ${withinDays}::int < r.due_on`.execute(db);
  await sql`insert into adjustment (biller_id, id, invoice_id, kind, amount_minor, currency, number, reason, made_by, on_day,
      at)
    select ${billerId}, cause_id, invoice_id, cause, total_minor, currency, null, 'paid early', 'rules', day, ${now}
    from import_entry where cause = 'early-discount'`.execute(db);
  await sql`update invoice i set discount_until = e.day + ${withinDays}::int
    from import_entry e where i.biller_id = ${billerId} and i.id = e.invoice_id and e.cause = 'early-discount'`.execute(
    db,
  );
}

/**
 * Posts what `import_entry` holds by the same functions that post one bill: they are asked for a bill of one cent, and
 * every bill's postings are those, times its total. A fact belongs to its own day and not to the day of the import; at
 * noon UTC it is that day nearly everywhere.
 */
async function postEntries(em: EntityManager, billerId: string): Promise<void> {
  const db = em.getKysely();
  await sql`insert into journal_entry (biller_id, id, cause, cause_id, currency, at)
    select ${billerId}, id, cause, cause_id, currency, (day + time '12:00') at time zone 'UTC'
    from import_entry order by id`.execute(db);
  const bill = { id: 'the bill', totalMinor: 1, currency: 'USD' as const };
  const discount = { ...bill, kind: 'early-discount' as const, invoiceId: bill.id, amountMinor: 1 };
  const rule = [postInvoice(bill), postSettledOutside(bill), postAdjustment(discount)].flatMap(toRuleRows);
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
