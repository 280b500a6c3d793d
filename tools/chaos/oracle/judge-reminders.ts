import { idOf, type Judge, type Violation } from './evidence.ts';

interface ReminderRow {
  invoice_id: string;
  step: string;
  state: string;
  message_id: string | null;
  phone_id: string | null;
  claimed_ms: number | null;
  /** When the last posting about the bill was committed, by the machine's clock; null where something is due. */
  paid_ms: number | null;
}

interface BillRow {
  id: string;
  due_in_days: number;
}

/** The days before (+) or after (-) which a bill is remembered; the whole run is one day of everybody's. */
const REMEMBERED_DAYS = [7, 3, 1, 0, -1, -7, -14, -30];

/** Real milliseconds by which the database's clock and that of a process may differ on one machine. */
const CLOCKS_APART_MS = 100;

/** I4, I6 and I7 of reminders: one a day, none of a bill that is paid, and none that was forgotten. */
export const judgeReminders: Judge = async ({ texts, db, factor, baseMs }) => {
  const { rows } = await db.query<ReminderRow>(
    `select r.invoice_id, r.step, r.state, r.message_id, r.phone_id,
       (extract(epoch from m.claimed_at) * 1000)::float8 as claimed_ms, paid.ms as paid_ms
     from reminder r
     left join message m on m.biller_id = r.biller_id and m.id = r.message_id
     left join lateral (select (extract(epoch from max(pg_xact_commit_timestamp(g.xmin))) * 1000)::float8 as ms
       from posting g where g.biller_id = r.biller_id and g.invoice_id = r.invoice_id having sum(g.minor) <= 0) paid on true`,
  );
  const { rows: open } = await db.query<BillRow>(
    `select i.id, i.due_on - (i.created_at at time zone 'America/New_York')::date as due_in_days from invoice i
     where (select sum(g.minor) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0`,
  );
  const atCarrier = new Set(texts.filter(({ origin }) => origin === 'api').map((text) => idOf(text)));
  const found: Violation[] = [];
  const sent = rows.filter(({ message_id }) => message_id !== null && atCarrier.has(message_id));
  for (const [phone, reminded] of Map.groupBy(sent, ({ phone_id }) => phone_id)) {
    if (new Set(reminded.map(({ message_id }) => message_id)).size > 1)
      found.push({ invariant: 'I6 a phone gets one reminder a day', row: { phone, reminded } });
  }
  for (const row of sent) {
    if (row.paid_ms === null) continue;
    // The claim reads the clock first and the bill after it: whatever was committed before, it has seen.
    const lateMs = ((row.claimed_ms ?? 0) - baseMs) / factor - row.paid_ms;
    if (lateMs > CLOCKS_APART_MS)
      found.push({ invariant: 'I4 no reminder of a bill that is paid', row: { ...row, lateMs } });
  }
  for (const row of rows) {
    const isThere = row.message_id !== null && atCarrier.has(row.message_id);
    if (row.state === 'sent' && !isThere)
      found.push({ invariant: 'I7 a reminder that counts as sent is at the carrier', row: { ...row } });
    if (row.state === 'queued')
      found.push({ invariant: 'I7 every reminder learns what became of its text', row: { ...row } });
  }
  const remembered = new Set(rows.map(({ invoice_id }) => invoice_id));
  for (const bill of open) {
    if (REMEMBERED_DAYS.includes(bill.due_in_days) && !remembered.has(bill.id))
      found.push({
        invariant: 'I7 every open bill has its reminder, or the reason why not',
        row: { ...bill },
      });
  }
  return found;
};
