import { isBeforeDue, type ReminderTemplate } from '@kvitt/domain/reminder/cadence';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { stepDay } from '@kvitt/domain/reminder/step-day';
import { localDate } from '@kvitt/domain/time/local-date';
import { placeOf } from '@kvitt/flows/reminder/place-of';
import { sql } from 'kysely';
import type { World } from '../open-world.ts';
import type { RehearsedBill } from './rehearse-year.ts';

interface SentRow {
  step: string;
  template: ReminderTemplate;
  number: string;
  phone: string;
  timeZone: string;
  region: string;
  postalCode: string;
  claimedAt: string;
  settledAt: string | null;
}

interface ReminderRow {
  number: string;
  step: string;
  state: string;
  reason: string | null;
}

/** What a rehearsed year has to show: the table, and every row that breaks a promise, by the promise. */
export interface YearVerdict {
  sent: number;
  table: string;
  proofs: { promise: string; broken: unknown[] }[];
}

/** Judges the days from `from` to `until` that a world has lived through with these bills. */
export async function judgeYear(
  world: World,
  { bills, from, until }: { bills: readonly RehearsedBill[]; from: string; until: string },
): Promise<YearVerdict> {
  const db = world.ctx.em.fork().getKysely();
  const { rows: sent } = await sql<SentRow>`
    select r.step, r.template, i.number, p.e164 as phone, c.time_zone as "timeZone", coalesce(c.region, '') as region,
      coalesce(c.postal_code, '') as "postalCode", m.claimed_at as "claimedAt",
      (select min(e.at) from journal_entry e where e.cause = 'settled-outside' and e.cause_id = i.id) as "settledAt"
    from reminder r join message m on m.id = r.message_id and m.vendor_id is not null
    join invoice i on i.id = r.invoice_id join account a on a.id = i.account_id
    join customer c on c.id = a.customer_id join phone p on p.id = r.phone_id
    where r.state in ('sent', 'merged')`.execute(db);
  const { rows } = await sql<ReminderRow>`
    select i.number, r.step, r.state, r.reason from reminder r join invoice i on i.id = r.invoice_id`.execute(
    db,
  );
  const kept = bills.filter(({ issuedOn }) => issuedOn >= from && issuedOn <= until);
  const { table, unexplained } = summarise(kept, rows, { from, until });
  return {
    sent: sent.length,
    table,
    proofs: [
      {
        promise: 'none at an hour that is not allowed where the customer is',
        broken: sent.filter(isAtWrongHour),
      },
      { promise: 'nobody two on one of their days', broken: findTwiceADay(sent) },
      {
        promise: 'none after its bill was settled',
        broken: sent.filter(({ settledAt, claimedAt }) => settledAt !== null && settledAt <= claimedAt),
      },
      {
        promise: 'a reason for each that was not sent',
        broken: [
          ...rows.filter(({ state, reason }) => state === 'planned' || (state === 'skipped' && !reason)),
          ...unexplained,
        ],
      },
      { promise: 'every invariant of the data', broken: await world.findBroken() },
    ],
  };
}

function isAtWrongHour(row: SentRow): boolean {
  const at = new Date(row.claimedAt).getTime();
  return placeOf(row).nextAllowedAt(isBeforeDue(row.template) ? 'info' : 'past_due', at) !== at;
}

/** Several bills in one text are one reminder. */
function findTwiceADay(sent: readonly SentRow[]): string[] {
  const days = new Map<string, Set<number>>();
  for (const { phone, timeZone, claimedAt } of sent) {
    const at = new Date(claimedAt);
    const key = `${phone} ${localDate(at, timeZone)}`;
    days.set(key, (days.get(key) ?? new Set()).add(at.getTime()));
  }
  return [...days].filter(([, texts]) => texts.size > 1).map(([key]) => key);
}

/** Counts every step of every bill by what became of it; `unexplained` are those that nothing tells of. */
function summarise(
  bills: readonly RehearsedBill[],
  rows: readonly ReminderRow[],
  { from, until }: { from: string; until: string },
): { table: string; unexplained: string[] } {
  const found = new Map(rows.map((row) => [`${row.number} ${row.step}`, row.reason ?? row.state]));
  const { steps } = defaultCadence('US');
  const counts = new Map<string, Map<string, number>>();
  const unexplained: string[] = [];
  for (const bill of bills) {
    for (const step of steps) {
      const { day } = stepDay(step, bill, 'US');
      const what = found.get(`${bill.number} ${step.key}`) ?? whyNever(bill, day, until);
      if (what === undefined) {
        unexplained.push(`${bill.number} ${step.key} ${day}`);
        continue;
      }
      const ofStep = counts.get(what) ?? new Map<string, number>();
      counts.set(what, ofStep.set(step.key, (ofStep.get(step.key) ?? 0) + 1));
    }
  }
  const lines = [...counts]
    .toSorted(([one], [other]) => rank(one) - rank(other) || (one < other ? -1 : 1))
    .map(([what, of]) => [what, ...steps.map(({ key }) => String(of.get(key) ?? 0))]);
  const customers = new Set(bills.map(({ customer }) => customer)).size;
  const title = `${bills.length} bills of ${customers} customers, ${from} to ${until}`;
  return { table: `${title}\n\n${drawTable(['', ...steps.map(({ key }) => key)], lines)}`, unexplained };
}

/** Why a step never came to be a row: there was nothing to remind of, or no time for it. */
function whyNever(bill: RehearsedBill, day: string, until: string): string | undefined {
  if (day < bill.issuedOn) return 'before its bill';
  if (day >= until) return 'after the end';
  return bill.settledOn <= day ? 'settled before' : undefined;
}

/** What went out comes first, then why others did not, then what there was no need for. */
function rank(what: string): number {
  if (what === 'sent' || what === 'merged') return 0;
  return /^[A-Z_:0-9-]+$/.test(what) ? 1 : 2;
}

function drawTable(head: readonly string[], lines: readonly string[][]): string {
  const widths = head.map((name, at) => Math.max(name.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const draw = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return `${[draw(head), rule, ...lines.map(draw)].join('\n')}\n`;
}
