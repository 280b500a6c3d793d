import { Account } from '@kvitt/db/customer/account.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { JournalEntry } from '@kvitt/db/ledger/journal-entry.entity';
import { Posting } from '@kvitt/db/ledger/posting.entity';
import { postInvoice, postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { importAccounts, importBills } from '@kvitt/testing/import-bills';
import { addBiller, addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeEach, describe, expect, it } from 'vitest';

const stage = useWorld();

let billerId = '';
let billers = 0;

beforeEach(async () => {
  billers += 1;
  const traits = { slug: `biller-${billers}`, number: String(14150002000 + billers) };
  billerId = (await addBiller(stage.world, traits)).billerId;
  await importAccounts(stage.world.ctx, billerId, ['A-1', 'A-2']);
});

const open = '0001,A-1,11/1/2026,12/1/2026,"1,055.94",';
const settled = '0002,A-2,9/1/2026,10/1/2026,61.74,9/20/2026';

function load(lines: string[], options?: Parameters<typeof importBills>[3]) {
  return importBills(stage.world.ctx, billerId, lines, options);
}

function em() {
  return stage.world.ctx.em.fork();
}

async function entriesOf(invoice: Invoice) {
  const entries = await em().find(
    JournalEntry,
    { billerId, causeId: invoice.id },
    { orderBy: { id: 'asc' } },
  );
  return Promise.all(
    entries.map(async ({ id, cause, causeId, currency }) => {
      const postings = await em().find(Posting, { billerId, entryId: id }, { orderBy: { line: 'asc' } });
      const lines = postings.map(({ account, minor, invoiceId }) => ({
        account,
        minor,
        ...(invoiceId !== null && { invoiceId }),
      }));
      return { cause, causeId, currency, postings: lines };
    }),
  );
}

describe('import invoices', () => {
  it('issues bills as they stand, and posts each as one bill alone would be posted', async () => {
    const { report } = await load([open, settled]);
    expect(report).toMatchObject({
      outcome: 'loaded',
      rows: 2,
      plan: { created: 2, createdSettled: 1, unchanged: 0, settled: 0 },
    });
    const first = await em().findOneOrFail(Invoice, { billerId, number: '0001' });
    const account = await em().findOneOrFail(Account, { billerId, number: 'A-1' });
    expect(first).toMatchObject({
      accountId: account.id,
      description: 'Invoice 0001',
      currency: 'USD',
      totalMinor: 105594,
      issuedOn: '2026-11-01',
      dueOn: '2026-12-01',
      announcedAt: null,
    });
    expect(await entriesOf(first)).toEqual([postInvoice(first)]);
    expect(await loadReceivable(em(), billerId, first.id)).toBe(105594);

    const second = await em().findOneOrFail(Invoice, { billerId, number: '0002' });
    expect(await entriesOf(second)).toEqual([postInvoice(second), postSettledOutside(second)]);
    expect(await loadReceivable(em(), billerId, second.id)).toBe(0);
    const [, settlement] = await em().find(
      JournalEntry,
      { billerId, causeId: second.id },
      { orderBy: { id: 1 } },
    );
    expect(settlement?.at.toISOString().slice(0, 10)).toBe('2026-09-20');
  });

  it('does not announce a bill that came settled', async () => {
    await load([settled]);
    expect(await announceBills(stage.world.ctx, { billerId })).toEqual({
      announced: 0,
      texts: 0,
      skipped: [],
    });
  });

  it('finds nothing to do in the same file again', async () => {
    await load([open, settled]);
    const { report } = await load([open, settled]);
    expect(report.plan).toMatchObject({ created: 0, createdSettled: 0, unchanged: 2, settled: 0 });
    expect(await em().count(Invoice, { billerId })).toBe(2);
    expect(await em().count(JournalEntry, { billerId })).toBe(3);
  });

  it('refuses another content under a number that is taken, column by column', async () => {
    await load([open, settled]);
    const { report, problems } = await load([
      '0001,A-2,11/2/2026,12/1/2026,1055.95,',
      '0002,A-2,9/1/2026,10/1/2026,61.74,9/21/2026',
      '0003,A-2,9/1/2026,10/1/2026,61.74,',
    ]);
    expect(report.outcome).toBe('refused');
    expect(problems).toEqual([
      '2 Account: A-2 differs from the bill of this number',
      '2 Sum: 1055.95 differs from the bill of this number',
      '2 From: 2026-11-02 differs from the bill of this number',
      '3 Paid: 2026-09-21 differs from the bill of this number',
    ]);
    expect(await em().count(Invoice, { billerId })).toBe(2);
  });

  it('reports all of ten broken rows and changes nothing', async () => {
    const good = Array.from({ length: 50 }, (_, index) => `G${index},A-1,11/1/2026,12/1/2026,5.00,`);
    const broken = [
      ',A-1,11/1/2026,12/1/2026,5.00,',
      'B1,A-9,11/1/2026,12/1/2026,5.00,',
      'B2,A-1,2/30/2026,12/1/2026,5.00,',
      'B3,A-1,2026-11-01,12/1/2026,5.00,',
      'B4,A-1,11/1/2026,10/1/2026,5.00,',
      'B5,A-1,11/1/2026,12/1/2026,0.00,',
      'B6,A-1,11/1/2026,12/1/2026,"5,00",',
      'B7,A-1,11/1/2026,12/1/2026',
      'G7,A-1,11/1/2026,12/1/2026,5.00,',
      'B9,A-1,11/1/2026,12/1/2026,5.00,1/1/2030',
    ];
    const { report, problems } = await load([...good, ...broken]);
    expect(report).toMatchObject({ outcome: 'refused', rows: 60, problems: 10, plan: undefined });
    expect(problems).toEqual([
      '52 No:  is empty',
      '53 Account: A-9 is not the number of an account',
      '54 From: 2/30/2026 is not a day of the calendar',
      '55 From: 2026-11-01 is not a date written as M/D/YYYY',
      '56 Due: 10/1/2026 is before the bill was issued',
      '57 Sum: 0.00 is not above zero',
      '58 Sum: 5,00 is not an amount',
      '59 null: 4 is the number of cells in this row',
      '60 No: G7 stands on line 9 already',
      '61 Paid: 1/1/2030 has not come yet',
    ]);
    expect(await em().count(Invoice, { billerId })).toBe(0);
    expect(await em().count(JournalEntry, { billerId })).toBe(0);
  });

  it('loads nothing where the operator says no', async () => {
    const { report } = await load([open], { confirm: async () => false });
    expect(report).toMatchObject({ outcome: 'declined', plan: { created: 1 } });
    expect(await em().count(Invoice, { billerId })).toBe(0);
  });

  it('posts what a later file says was settled since, once', async () => {
    await load([open]);
    const paid = `${open}11/19/2026`;
    expect((await load([paid])).report.plan).toMatchObject({ created: 0, unchanged: 1, settled: 1 });
    expect((await load([paid])).report.plan).toMatchObject({ created: 0, unchanged: 1, settled: 0 });
    const bill = await em().findOneOrFail(Invoice, { billerId, number: '0001' });
    expect(await loadReceivable(em(), billerId, bill.id)).toBe(0);
  });

  it('takes a settlement for known where the bill was paid by text', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const account = await em().findOneOrFail(Account, { billerId: stage.billerId, id: cindy.accountId });
    const bill = `T-1,${account.number},11/1/2026,12/1/2026,84.20,`;
    const { ctx } = stage.world;
    await importBills(ctx, stage.billerId, [bill]);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toContain('Paid $84.20');
    const { report } = await importBills(ctx, stage.billerId, [`${bill}11/20/2026`]);
    expect(report.plan).toMatchObject({ unchanged: 1, settled: 0 });
  });

  it('leaves to a person what was taken off in part here and is called settled there', async () => {
    await load([open]);
    const bill = await em().findOneOrFail(Invoice, { billerId, number: '0001' });
    const { ctx } = stage.world;
    const order = {
      kind: 'credit-note',
      amountMinor: 5594,
      reason: 'a meter that ran fast',
      by: 'Ada',
    } as const;
    const answer = await inTransaction(ctx, (tx) =>
      adjustInvoice(tx, { billerId, invoiceId: bill.id, adjustmentId: ctx.ids.next(), ...order }),
    );
    expect(answer).toEqual({ kind: 'adjusted', dueMinor: 100_000 });
    const { problems } = await load([`${open}11/19/2026`]);
    expect(problems).toEqual(['2 Paid: 2026-11-19 says settled']);
  });
});
