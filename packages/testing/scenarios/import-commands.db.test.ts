import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { paymentReference } from '@kvitt/domain/payment/payment-reference';
import { freshDatabase } from '@kvitt/testing/postgres/fresh-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Each command is a process of its own, on a machine that runs everything at once.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = path.resolve(import.meta.dirname, '../../..');
const map = path.join(root, 'tools/kvitt/examples/invoice-map.json');

const folder = mkdtempSync(path.join(os.tmpdir(), 'kvitt-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  code: number;
  out: string;
  err: string;
}

function kvitt(databaseUrl: string, ...args: string[]): Promise<Run> {
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return new Promise((resolve) => {
    const all = [path.join(root, 'tools/kvitt.ts'), ...args];
    execFile(process.execPath, all, { env, maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

function writeLines(name: string, lines: string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return file;
}

const customers = ['customerID,firstName,lastName,phone', 'A-1,Ada,Lake,+12125550190'];
const invoices = ['invoiceNumber,customerID,InvoiceDate,DueDate,InvoiceAmount,SettledDate'];
const bill = (number: number) => `B-${number},A-1,1/2/2026,2/1/2026,55.94,`;

describe('kvitt import', () => {
  let url = '';
  beforeAll(async () => {
    url = await freshDatabase();
  });

  it('loads a file, says so in one line, and finds it there the next time', async () => {
    const file = writeLines('customers.csv', customers);
    const first = await kvitt(url, 'import', 'customers', file);
    expect(first).toMatchObject({
      code: 0,
      out: 'customers.csv: 1 row: 1 new, 0 updated, 0 already there; 1 phones added, consent recorded for 1, to texts about late bills for 1. Loaded.\n',
    });
    expect(first.err).toMatch(/^There was no biller, so one was made/);
    const again = await kvitt(url, 'import', 'customers', file, '--json');
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(again.out)).toMatchObject({
      outcome: 'loaded',
      problems: [],
      plan: { created: 0, unchanged: 1 },
    });
  });

  it('lists every error with line and column, ends with 1 and loads nothing', async () => {
    const lines = [
      ...invoices,
      bill(1),
      bill(2).replace('1/2/2026', '2/30/2026'),
      bill(3).replace('A-1', 'A-2'),
    ];
    const file = writeLines('broken.csv', lines);
    const { code, out } = await kvitt(url, 'import', 'invoices', file, '--map', map);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'line 3, InvoiceDate: "2/30/2026" is not a day of the calendar; expected one written as M/D/YYYY',
      'line 4, customerID: "A-2" is not the number of an account; import its customer first',
      'broken.csv: 3 rows. 2 errors; nothing was loaded.',
      '',
    ]);
    const verified = await kvitt(url, 'ledger', 'verify', '--json');
    expect(JSON.parse(verified.out)).toMatchObject({ holds: true, books: [] });
  });

  it('checks and does not load on a dry run', async () => {
    const file = writeLines('bills.csv', [...invoices, bill(1)]);
    const { code, out } = await kvitt(url, 'import', 'invoices', file, '--map', map, '--dry-run');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'bills.csv: 1 row: 1 new (0 of them settled elsewhere), 0 already there. This was a dry run: nothing was loaded.\n',
    });
  });

  it('points at every error of a map and ends with 2', async () => {
    const wrong = path.join(folder, 'map.json');
    writeFileSync(wrong, '{ "columns": { "number": "a" }, "dateFormat": "d.m.y" }');
    const { code, out, err } = await kvitt(url, 'import', 'invoices', map, '--map', wrong);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const pointer of [
      '/columns/account',
      '/columns/issuedOn',
      '/columns/dueOn',
      '/columns/amount',
      '/dateFormat',
    ])
      expect(err).toContain(`  ${pointer} `);
  });

  it('sends a bill into the outbox, and asks which biller where there are several', async () => {
    const file = writeLines('bills.csv', [...invoices, bill(1)]);
    expect((await kvitt(url, 'import', 'invoices', file, '--map', map)).code).toBe(0);
    const sent = await kvitt(url, 'bill', 'send', '--json');
    expect(sent.code).toBe(0);
    const { waiting, deferred, deferredUntil, ...answer } = JSON.parse(sent.out);
    expect(answer).toEqual({ biller: 'default', announced: 1, texts: 1, skipped: [] });
    // At night it waits for the morning; which of the two it is depends on when the test is run.
    expect(waiting + deferred).toBe(1);
    expect(deferredUntil === null).toBe(deferred === 0);
    expect(await kvitt(url, 'bill', 'send', '--biller', 'nobody')).toMatchObject({ code: 2, out: '' });
  });

  it('shows a payment by id and by reference, and finds that nobody posted it', async () => {
    const id = '0199c0de-0000-7000-8000-0123456789ab';
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(
      `insert into payment (biller_id, id, account_id, invoice_id, amount_minor, currency, channel, state, vendor_id,
        card_brand, card_last4, is_card_kept, started_at, asked, ask_at)
      select biller_id, $1, account_id, id, 5594, 'USD', 'text', 'approved', 'sale1', 'Visa', '1881', false,
        '2026-01-03T10:00:00Z', 2, '2026-01-03T10:00:30Z' from invoice where number = 'B-1'`,
      [id],
    );
    await client.query(
      `insert into payment_part (biller_id, payment_id, invoice_id, amount_minor, is_live)
      select biller_id, id, invoice_id, amount_minor, false from payment where id = $1`,
      [id],
    );
    await client.end();
    const byReference = await kvitt(url, 'pay', 'show', paymentReference(id), '--json');
    expect(byReference).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(byReference.out)).toMatchObject({
      id,
      reference: paymentReference(id),
      state: 'approved',
      amount: '55.94',
      bill: 'B-1',
      account: 'A-1',
      card: 'Visa ..1881',
      processorId: 'sale1',
      startedAt: '2026-01-03T10:00:00+00:00',
      timesAsked: 2,
      askAgainAt: null,
      entries: [],
    });
    expect((await kvitt(url, 'pay', 'show', id)).out).toContain('processor id  sale1\n');
    const verified = await kvitt(url, 'ledger', 'verify');
    expect(verified.code).toBe(1);
    expect(verified.out).toContain(id);
  });

  it('adjusts a bill, and exports what was posted with its trial balance', async () => {
    const adjust = [
      'bill',
      'adjust',
      'B-1',
      '--kind',
      'credit-note',
      '--reason',
      'Read twice',
      '--by',
      'ann',
    ];
    const adjusted = await kvitt(url, ...adjust, '--amount', '5.94');
    expect(JSON.parse(adjusted.out)).toEqual({ kind: 'adjusted', dueMinor: 5000 });
    expect(await kvitt(url, ...adjust, '--amount', '50.01')).toMatchObject({ code: 1 });
    expect(await kvitt(url, ...adjust, '--amount', 'much')).toMatchObject({ code: 2, out: '' });
    const csv = await kvitt(url, 'ledger', 'export', '--format', 'csv');
    const lines = csv.out.split('\n');
    expect(lines[0]).toBe('day,entry,cause,cause_id,account,number,bill,currency,debit_minor,credit_minor');
    expect(
      lines.filter((line) => line.includes('credit-note') && line.endsWith(',B-1,USD,,594')),
    ).toHaveLength(1);
    const sie = await kvitt(url, 'ledger', 'export', '--format', 'sie');
    expect(sie.out.match(/#VER/g)).toHaveLength((lines.length - 2) / 2);
    const balance = JSON.parse((await kvitt(url, 'ledger', 'balance', '--json')).out) as Record<
      string,
      number
    >[];
    const sum = (side: string) => balance.reduce((total, row) => total + (row[side] ?? 0), 0);
    expect(sum('debitMinor')).toBe(sum('creditMinor'));
    expect(await kvitt(url, 'refund', 'make', 'none', '--by', 'ann', '--reason', 'x')).toMatchObject({
      code: 1,
    });
  });

  it('ends with 3 where the database cannot be reached, and with 1 where there is no such payment', async () => {
    expect(await kvitt('postgresql://nobody@127.0.0.1:1/kvitt', 'ledger', 'verify')).toMatchObject({
      code: 3,
      out: '',
    });
    expect(await kvitt(url, 'pay', 'show', '8F3K2TQ')).toMatchObject({ code: 1, out: '' });
  });
});

/** Two years of bills of 100 customers (IBM's public late-payment sample); kept outside the repository. */
const shared = process.env.KVITT_SHARED ?? path.resolve(root, '../shared');
const sample = path.join(shared, 'data/accounts-receivable');
const hasSample = existsSync(path.join(sample, 'invoices.csv'));
const name = hasSample
  ? 'loads 100 customers and 2,466 bills as they are'
  : `loads 100 customers and 2,466 bills as they are (SKIPPED: ${sample} is not here)`;

it.skipIf(!hasSample)(name, async () => {
  const url = await freshDatabase();
  const file = path.join(sample, 'invoices.csv');
  const people = await kvitt(url, 'import', 'customers', path.join(sample, 'customers.csv'), '--json');
  expect(JSON.parse(people.out)).toMatchObject({
    rows: 100,
    problems: [],
    plan: { created: 100, phonesAdded: 100 },
  });
  const bills = await kvitt(url, 'import', 'invoices', file, '--map', map, '--json');
  expect(JSON.parse(bills.out)).toMatchObject({
    rows: 2466,
    problems: [],
    plan: { created: 2466, createdSettled: 2466 },
  });
  const { holds, books } = JSON.parse((await kvitt(url, 'ledger', 'verify', '--json')).out);
  expect({ holds, books }).toEqual({
    holds: true,
    books: [{ biller: 'default', currency: 'USD', entries: 4_932, postings: 9_864, receivableMinor: 0 }],
  });
});
