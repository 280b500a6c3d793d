import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ReminderTemplate } from '@kvitt/domain/reminder/cadence';
import { isBeforeDue } from '@kvitt/domain/reminder/cadence';
import { defaultCadence } from '@kvitt/domain/reminder/default-cadence';
import { stepDay } from '@kvitt/domain/reminder/step-day';
import { localDate } from '@kvitt/domain/time/local-date';
import { placeOf } from '@kvitt/flows/reminder/place-of';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../src/open-world.ts';
import { addBiller } from '../src/people.ts';
import { type RehearsedBill, type RehearsedCustomer, rehearseYear } from '../src/rehearse-year.ts';

/** Real-shaped bills beside the checkout; `KVITT_DATA_SHARED` names another folder. */
const DATA = path.resolve(
  process.env.KVITT_DATA_SHARED ?? path.join(import.meta.dirname, '../../../../shared/data'),
  'accounts-receivable',
);

/** The whole year takes some minutes: `KVITT_REHEARSE=2013-12-31` asks for it. */
const UNTIL = process.env.KVITT_REHEARSE ?? '2013-01-31';
const FROM = '2013-01-01';

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

const hasData = existsSync(DATA);
if (!hasData) console.warn(`There is no ${DATA}: nothing to rehearse.`);

describe.runIf(hasData)('a year of real-shaped bills', () => {
  let world: World;
  let sent: SentRow[] = [];
  let rows: { number: string; step: string; dueOn: string; state: string; reason: string | null }[] = [];
  const { customers, bills } = hasData ? readData() : { customers: [], bills: [] };

  beforeAll(async () => {
    world = await openWorld({ startMs: Date.parse(`${FROM}T06:00:00Z`) });
    const { billerId } = await addBiller(world);
    await rehearseYear(world, billerId, { customers, bills, until: UNTIL });
    const db = world.ctx.em.fork().getKysely();
    sent = (
      await sql<SentRow>`
      select r.step, r.template, i.number, p.e164 as phone, c.time_zone as "timeZone", coalesce(c.region, '') as region,
        coalesce(c.postal_code, '') as "postalCode", m.claimed_at as "claimedAt",
        (select min(e.at) from journal_entry e where e.cause = 'settled-outside' and e.cause_id = i.id) as "settledAt"
      from reminder r join message m on m.id = r.message_id and m.vendor_id is not null
      join invoice i on i.id = r.invoice_id join account a on a.id = i.account_id
      join customer c on c.id = a.customer_id join phone p on p.id = r.phone_id
      where r.state in ('sent', 'merged')`.execute(db)
    ).rows;
    rows = (
      await sql<(typeof rows)[number]>`
      select i.number, r.step, r.due_on::text as "dueOn", r.state, r.reason
      from reminder r join invoice i on i.id = r.invoice_id`.execute(db)
    ).rows;
  }, 3_600_000);

  afterAll(() => world?.close());

  it('sends no reminder at an hour that is not allowed where the customer is', () => {
    const wrong = sent.filter((row) => {
      const at = new Date(row.claimedAt).getTime();
      const category = isBeforeDue(row.template) ? 'info' : 'past_due';
      return placeOf(row).nextAllowedAt(category, at) !== at;
    });
    expect(wrong).toEqual([]);
    expect(sent.length).toBeGreaterThan(20);
  });

  it('sends nobody two on one of their days', () => {
    const days = new Map<string, Set<string>>();
    for (const { phone, timeZone, claimedAt } of sent) {
      const key = `${phone} ${localDate(new Date(claimedAt), timeZone)}`;
      days.set(key, (days.get(key) ?? new Set()).add(claimedAt));
    }
    expect([...days].filter(([, texts]) => texts.size > 1)).toEqual([]);
  });

  it('sends none after the bill was settled', () => {
    expect(sent.filter(({ settledAt, claimedAt }) => settledAt !== null && settledAt <= claimedAt)).toEqual(
      [],
    );
  });

  it('has a reason for each step that was not sent', () => {
    const table = summarise(bills, rows);
    expect(
      rows.filter(({ state, reason }) => state === 'planned' || (state === 'skipped' && !reason)),
    ).toEqual([]);
    expect(table.unexplained).toEqual([]);
    if (process.env.KVITT_PRINT) writeFileSync(process.env.KVITT_PRINT, table.text);
  });

  it('leaves every check holding', async () => {
    expect(await world.findBroken()).toEqual([]);
  });
});

/** Counts every step of every bill by what became of it; `unexplained` are those that nothing tells of. */
function summarise(
  bills: readonly RehearsedBill[],
  rows: readonly { number: string; step: string; state: string; reason: string | null }[],
): { text: string; unexplained: string[] } {
  const found = new Map(rows.map((row) => [`${row.number} ${row.step}`, row.reason ?? row.state]));
  const { steps } = defaultCadence('US');
  const counts = new Map<string, Map<string, number>>();
  const unexplained: string[] = [];
  const kept = bills.filter(({ issuedOn }) => issuedOn >= FROM && issuedOn <= UNTIL);
  for (const bill of kept) {
    for (const step of steps) {
      const { day } = stepDay(step, bill, 'US');
      const what =
        found.get(`${bill.number} ${step.key}`) ??
        (day < bill.issuedOn
          ? 'before its bill'
          : day >= UNTIL
            ? 'after the end'
            : bill.settledOn <= day
              ? 'settled before'
              : '?');
      if (what === '?') unexplained.push(`${bill.number} ${step.key} ${day}`);
      const ofStep = counts.get(what) ?? new Map<string, number>();
      counts.set(what, ofStep.set(step.key, (ofStep.get(step.key) ?? 0) + 1));
    }
  }
  const head = `| ${['', ...steps.map(({ key }) => key)].join(' | ')} |`;
  const lines = [...counts]
    .toSorted()
    .map(([what, of]) => `| ${[what, ...steps.map(({ key }) => of.get(key) ?? 0)].join(' | ')} |`);
  const rule = `|---|${steps.map(() => '--:|').join('')}`;
  const title = `${kept.length} bills of ${new Set(kept.map(({ customer }) => customer)).size} customers, ${FROM} to ${UNTIL}`;
  return { text: `${[title, '', head, rule, ...lines].join('\n')}\n`, unexplained };
}

function readData(): { customers: RehearsedCustomer[]; bills: RehearsedBill[] } {
  const customers = readTable('customers.csv').map((row) => ({
    number: row.customerID ?? '',
    firstName: row.firstName ?? '',
    phone: row.phone ?? '',
    postalCode: row.postalCode ?? '',
    region: row.state ?? '',
    timeZone: row.timeZone ?? '',
    language: (row.language ?? 'en') as RehearsedCustomer['language'],
  }));
  const bills = readTable('invoices.csv').map((row) => ({
    number: row.invoiceNumber ?? '',
    customer: row.customerID ?? '',
    issuedOn: isoDay(row.InvoiceDate),
    dueOn: isoDay(row.DueDate),
    settledOn: isoDay(row.SettledDate),
    totalMinor: Math.round(Number(row.InvoiceAmount) * 100),
  }));
  return { customers, bills };
}

/** The files have neither quotes nor commas within their cells. */
function readTable(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(path.join(DATA, file), 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

/** `1/2/2013`, the second of January. */
function isoDay(written = ''): string {
  const [month = '', day = '', year = ''] = written.split('/');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
