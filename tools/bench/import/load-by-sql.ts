import { withClient } from '../kit/bench-database.ts';
import { BILLER } from '../kit/seed-people.ts';

/** The same file again by SQL alone: read by the server, and every bill held against the one that is there. */
export async function compareBySql(url: string, file: string): Promise<number> {
  return withClient(url, async (client) => {
    const startedMs = performance.now();
    await client.query('begin');
    await client.query(STAGE);
    await client.query(`copy staged from ${client.escapeLiteral(file)} with (format csv, header)`);
    await client.query('analyze staged');
    const { rows } = await client.query<{ different: number }>(`
      select count(*)::int as different from staged s
      left join invoice i on i.biller_id = '${BILLER}' and i.number = s.number
      left join account a on a.biller_id = i.biller_id and a.id = i.account_id
      where (a.number, i.issued_on, i.due_on, i.total_minor, i.description)
        is distinct from (s.account, s.issued, s.due, (s.amount * 100)::bigint, s."for")`);
    if (rows[0]?.different !== 0) throw new Error(`${rows[0]?.different} bills differ`);
    await client.query('commit');
    return performance.now() - startedMs;
  });
}

const STAGE =
  'create temporary table staged (number text, account text, issued date, due date, amount numeric, "for" text) on commit drop';

/**
 * Loads the same file by SQL alone: read by the server itself, checked as a whole, then a statement a table, with the same
 * indexes, foreign keys and balance check. No row is read by us, so nothing could be said of a wrong one.
 * @returns milliseconds
 */
export async function loadBySql(url: string, file: string): Promise<number> {
  return withClient(url, async (client) => {
    const startedMs = performance.now();
    await client.query('begin');
    await client.query(STAGE);
    await client.query(`copy staged from ${client.escapeLiteral(file)} with (format csv, header)`);
    await client.query('analyze staged');
    for (const check of CHECKS) {
      const { rows } = await client.query<{ wrong: number }>(check);
      if (rows[0]?.wrong !== 0) throw new Error(`the file is wrong: ${check}`);
    }
    for (const load of LOADS) await client.query(load);
    await client.query('commit');
    return performance.now() - startedMs;
  });
}

const CHECKS = [
  'select count(*)::int - count(distinct number)::int as wrong from staged',
  `select count(*)::int as wrong from staged s
    where not exists (select from account a where a.biller_id = '${BILLER}' and a.number = s.account)`,
  `select count(*)::int as wrong from staged s join invoice i on i.biller_id = '${BILLER}' and i.number = s.number`,
  'select count(*)::int as wrong from staged where amount <= 0 or due < issued',
];

const LOADS = [
  `create temporary table loaded on commit drop as
    select uuidv7() as id, uuidv7() as entry_id, (amount * 100)::bigint as minor, s.* from staged s`,
  `insert into invoice (biller_id, id, account_id, number, description, currency, total_minor, issued_on, due_on,
      created_at)
    select '${BILLER}', l.id, a.id, l.number, l."for", 'USD', l.minor, l.issued, l.due, now()
    from loaded l join account a on a.biller_id = '${BILLER}' and a.number = l.account order by l.id`,
  `insert into journal_entry (biller_id, id, cause, cause_id, currency, at)
    select '${BILLER}', entry_id, 'invoice-issued', id, 'USD', issued from loaded order by entry_id`,
  `insert into posting (biller_id, entry_id, line, account, invoice_id, minor)
    select '${BILLER}', entry_id, r.line, r.account, case when r.line = 0 then id end, r.sign * minor
    from loaded, (values (0, 'receivable', 1), (1, 'revenue', -1)) as r (line, account, sign)
    order by entry_id, r.line`,
];
