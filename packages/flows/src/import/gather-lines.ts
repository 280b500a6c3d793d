import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/**
 * Gathers the lines of a file's bills in `import_line`, and leaves the first row of each bill in `import_row`. What its
 * other rows say of the bill must be the same, and what the lines come to with their tax must be the bill's amount: worked
 * out as `priceLines` does, a rate's running sum rounded half away from nothing.
 */
export async function gatherLines(em: EntityManager, billerId: string, hasLines: boolean): Promise<void> {
  const db = em.getKysely();
  if (!hasLines) return;
  await sql`create temporary table import_line on commit drop as
    with priced as (
      select line, number, line_text, line_quantity, line_price, line_tax_rate,
        round(line_quantity::numeric * line_price / 1000000) as net
      from import_row where number is not null and line_text is not null),
    summed as (
      select *, sum(net) over (partition by number, line_tax_rate order by line) as running from priced)
    select line, number, (row_number() over (partition by number order by line))::int as at, line_text, line_quantity,
      line_price, line_tax_rate, net::bigint as net,
      (round(running * line_tax_rate / 100000) - round((running - net) * line_tax_rate / 100000))::bigint as tax
    from summed`.execute(db);
  await sql`analyze import_line`.execute(db);
  await checkAgreement(em);
  await checkSums(em);
  await checkKnown(em, billerId);
  await sql`delete from import_row r using (select number, min(line) as first from import_row group by number) f
    where f.number = r.number and r.line > f.first`.execute(db);
}

async function checkAgreement(em: EntityManager): Promise<void> {
  await sql`insert into import_problem (line, field, value, code, expected)
    select r.line, d.field, coalesce(d.value, ''), 'LINES_DISAGREE', coalesce(d.first, '')
    from (select *, first_value(line) over (partition by number order by line) as first_line from import_row) r
    join import_row f on f.line = r.first_line and f.line < r.line
    cross join lateral (values ${sql.join(SAME_FOR_ALL)}) as d (field, value, first)
    where d.value is distinct from d.first`.execute(em.getKysely());
}

const SAME_FOR_ALL: RawBuilder<unknown>[] = [
  sql`('account', r.account, f.account)`,
  sql`('issuedOn', r.issued_on::text, f.issued_on::text)`,
  sql`('dueOn', r.due_on::text, f.due_on::text)`,
  sql`('amount', (r.total_minor / 100.0)::numeric(20, 2)::text, (f.total_minor / 100.0)::numeric(20, 2)::text)`,
  sql`('currency', r.currency, f.currency)`,
  sql`('description', r.description, f.description)`,
  sql`('settledOn', r.settled_on::text, f.settled_on::text)`,
];

/** Only of bills whose lines could all be read: of the others the misread cell is told already. */
async function checkSums(em: EntityManager): Promise<void> {
  await sql`insert into import_problem (line, field, value, code, expected)
    select r.line, 'amount', (r.total_minor / 100.0)::numeric(20, 2)::text, 'LINES_ADD_UP_OTHERWISE',
      (s.total / 100.0)::numeric(20, 2)::text
    from (select number, min(line) as line, count(*) as rows from import_row where number is not null group by number) b
    join import_row r on r.line = b.line
    join (select number, count(*) as lines, sum(net + tax) as total from import_line group by number) s
      on s.number = b.number and s.lines = b.rows
    where r.total_minor is not null and s.total <> r.total_minor`.execute(em.getKysely());
}

/** A bill that is here already has to have the same lines, one for one. */
async function checkKnown(em: EntityManager, billerId: string): Promise<void> {
  await sql`insert into import_problem (line, field, value, code, expected)
    select l.line, 'lineText', l.line_text, 'LINES_DIFFER', ''
    from import_line l
    join invoice i on i.biller_id = ${billerId} and i.number = l.number
    left join invoice_line k on k.biller_id = i.biller_id and k.invoice_id = i.id and k.at = l.at
    where (k.description, k.quantity_milli, k.unit_milli, k.tax_rate_milli)
      is distinct from (l.line_text, l.line_quantity, l.line_price, l.line_tax_rate)`.execute(em.getKysely());
}
