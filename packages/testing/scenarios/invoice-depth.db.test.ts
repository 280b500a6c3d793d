import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { InvoiceLine } from '@kvitt/db/invoice/invoice-line.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { priceLines } from '@kvitt/domain/invoice/price-lines';
import { money } from '@kvitt/domain/money/money';
import type { MoneyRules } from '@kvitt/domain/payment/money-rules';
import { readInvoiceMap } from '@kvitt/flows/import/read-invoice-map';
import { chargeInterest } from '@kvitt/flows/invoice/charge-interest';
import { importInvoices } from '@kvitt/flows/invoice/import-invoices';
import { issueInvoice } from '@kvitt/flows/invoice/issue-invoice';
import { lapseDiscounts } from '@kvitt/flows/invoice/lapse-discounts';
import { moveDueDate } from '@kvitt/flows/invoice/move-due-date';
import { supersedeInvoice } from '@kvitt/flows/invoice/supersede-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { csvFile } from '@kvitt/testing/csv-file';
import { importAccounts } from '@kvitt/testing/import-bills';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { afterEach, describe, expect, it } from 'vitest';

const stage = useWorld();

const em = () => stage.world.ctx.em.fork();
const due = (invoiceId: string) => loadReceivable(em(), stage.billerId, invoiceId);
const rules = (some: Partial<MoneyRules>) =>
  inTransaction(stage.world.ctx, (tx) => saveMoneyRules(tx, stage.billerId, some));

afterEach(() => rules({}));

describe('a bill with lines', () => {
  const LINES = [
    { description: 'Energy', quantityMilli: 412_000, unitMilli: 12_340, taxRateMilli: 8_875 },
    { description: 'Loyal customer', quantityMilli: 1_000, unitMilli: -500_000, taxRateMilli: 0 },
  ];
  const COLUMNS = 'No,Account,From,Due,Sum,What,Many,Each,Tax';

  function load(lines: string[]) {
    const reading = readInvoiceMap({
      columns: {
        number: 'No',
        account: 'Account',
        issuedOn: 'From',
        dueOn: 'Due',
        amount: 'Sum',
        lineText: 'What',
        lineQuantity: 'Many',
        linePrice: 'Each',
        lineTaxRate: 'Tax',
      },
    });
    if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
    const problems: string[] = [];
    return importInvoices(stage.world.ctx, {
      billerId: stage.billerId,
      map: reading.map,
      file: csvFile([COLUMNS, ...lines]),
      actor: 'operator:test',
      isDryRun: false,
      onProblems: (page) =>
        void problems.push(
          ...page.map(({ line, column, code, expected }) => `${line} ${column} ${code} ${expected}`),
        ),
    }).then((report) => ({ report, problems }));
  }

  it('comes from a file as the pure rule prices it, and once', async () => {
    await importAccounts(stage.world.ctx, stage.billerId, ['L-1']);
    const file = [
      'L1,L-1,2026-11-01,2026-12-01,50.35,Energy,412,0.1234,8.875',
      'L1,L-1,2026-11-01,2026-12-01,50.35,Loyal customer,,-5.00,',
      'L2,L-1,2026-11-01,2026-12-01,10.00,Water,1,10,0',
    ];
    const { report, problems } = await load(file);
    expect([report.plan?.created, problems]).toEqual([2, []]);
    const bill = await em().findOneOrFail(Invoice, { billerId: stage.billerId, number: 'L1' });
    const rows = await em().find(InvoiceLine, { invoiceId: bill.id, billerId: stage.billerId });
    const plain = rows.map(({ billerId: _b, invoiceId: _i, at: _a, ...line }) => line);
    const priced = priceLines(LINES);
    expect([plain, bill.totalMinor]).toEqual([priced.lines, priced.totalMinor]);
    expect((await load(file)).report.plan).toMatchObject({ created: 0, unchanged: 2 });
    const other = [file[0], file[1]?.replace('Loyal', 'New'), file[2]].map(String);
    expect((await load(other)).problems).toEqual(['3 What LINES_DIFFER ']);
  });

  it('is refused with line and column where its rows disagree or do not come to its amount', async () => {
    await importAccounts(stage.world.ctx, stage.billerId, ['L-2']);
    const { problems } = await load([
      'L3,L-2,2026-11-01,2026-12-01,50.36,Energy,412,0.1234,8.875',
      'L3,L-2,2026-11-01,2026-12-02,50.36,Loyal customer,,-5.00,',
      'L4,L-2,2026-11-01,2026-12-01,10.00,Water,many,10,0',
    ]);
    expect(problems).toEqual([
      '2 Sum LINES_ADD_UP_OTHERWISE 50.35',
      '3 Due LINES_DISAGREE 2026-12-01',
      '4 Many NOT_A_NUMBER 1.5',
    ]);
  });

  it('is not issued where they do not come to its total', async () => {
    const { accountId } = await addPerson(stage.world, stage.billerId);
    const bill = { billerId: stage.billerId, accountId, number: 'X', description: 'x', lines: LINES };
    const dates = { issuedOn: '2026-11-20', dueOn: '2026-12-20' };
    const issue = inTransaction(stage.world.ctx, (tx) =>
      issueInvoice(tx, { ...bill, ...dates, total: money(1, 'USD') }),
    );
    await expect(issue).rejects.toThrow('the lines come to 5035 and not to 1');
  });
});

describe('an early-payment discount', () => {
  const EARLY = { earlyDiscount: { percent: 2, withinDays: 3 } };

  it('is off what is due and what PAY charges, until its last day', async () => {
    await rules(EARLY);
    const cindy = await addPerson(stage.world, stage.billerId);
    const invoiceId = await cindy.issue(10_000, '2026-12-20');
    expect(await due(invoiceId)).toBe(9_800);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['98.00']);
    expect(await due(invoiceId)).toBe(0);
  });

  it('lapses once after its last day where anything is due, and not where all is paid', async () => {
    await rules(EARLY);
    const paid = await addPerson(stage.world, stage.billerId);
    const late = await addPerson(stage.world, stage.billerId);
    const paidId = await paid.issue(10_000, '2026-12-20');
    const lateId = await late.issue(10_000, '2026-12-20');
    await paid.says('PAY');
    await paid.says(`YES ${codeIn(paid.lastText())}`);
    await stage.world.pass(4 * 24 * 3_600_000, 12 * 3_600_000);
    await Promise.all([lapseDiscounts(stage.world.ctx), lapseDiscounts(stage.world.ctx)]);
    expect([await due(paidId), await due(lateId)]).toEqual([0, 10_000]);
  });
});

describe('a due date', () => {
  it('is moved once within the rules, told, and refused beyond them', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const invoiceId = await cindy.issue(8_420, '2026-12-10');
    const moveId = stage.world.ctx.ids.next();
    const move = (toOn: string, id = moveId) =>
      inTransaction(stage.world.ctx, (tx) =>
        moveDueDate(tx, { billerId: stage.billerId, invoiceId, moveId: id, toOn, by: 'customer' }),
      );
    expect(await move('2026-12-15')).toEqual({ kind: 'refused', refusal: 'not-offered' });
    await rules({ dueMove: { withinDays: 10, timesPerYear: 1, notWhenLateByMoreThan: 0 } });
    expect(await move('2026-12-21')).toEqual({ kind: 'refused', refusal: 'too-far', latest: '2026-12-20' });
    expect(await move('2026-12-15')).toEqual({ kind: 'moved', dueOn: '2026-12-15' });
    expect(await move('2026-12-16')).toEqual({ kind: 'moved', dueOn: '2026-12-15' });
    expect(await move('2026-12-16', stage.world.ctx.ids.next())).toEqual({
      kind: 'refused',
      refusal: 'too-often',
    });
    await stage.world.pass(2_000);
    expect(cindy.lastText()).toMatch(/\$84\.20.*December 15|December 15.*\$84\.20|Dec 15/);
  });
});

describe('LATER', () => {
  it('moves the one open bill a week where customers choose the day, once as the rules say, and then speaks of a promise', async () => {
    await rules({ dueMove: { withinDays: 14, timesPerYear: 1, notWhenLateByMoreThan: 0 } });
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8_420, '2026-12-10');
    await cindy.says('LATER');
    expect(cindy.lastText()).toContain('Your bill of $84.20 is now due Thu, Dec 17');
    await stage.world.pass(20_000, 10_000);
    await cindy.says('LATER');
    expect(cindy.lastText()).toContain('reply PROMISE and the day');
  });
});

describe('a bill that another replaces', () => {
  it('has nothing left due, carries over what was paid, and its link leads to the new one', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const invoiceId = await cindy.issue(10_000, '2026-12-20');
    await cindy.announce();
    await stage.world.pass(2_000);
    const link = /https?:\/\/\S+/.exec(cindy.lastText())?.[0] ?? '';
    await cindy.says('PAY 40');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    const order = {
      billerId: stage.billerId,
      invoiceId,
      number: `NEW-${invoiceId.slice(-6)}`,
      totalMinor: 9_000,
      reason: 'read wrongly',
      by: 'ann',
    };
    const supersede = (some: object) =>
      inTransaction(stage.world.ctx, (tx) => supersedeInvoice(tx, { ...order, ...some }));
    expect(await supersede({ totalMinor: 3_999 })).toEqual({ kind: 'refused', refusal: 'paid-more' });
    const answer = await supersede({});
    expect(answer).toMatchObject({ kind: 'superseded', dueMinor: 5_000 });
    expect(await due(invoiceId)).toBe(0);
    expect(await supersede({ number: 'AGAIN' })).toEqual({ kind: 'refused', refusal: 'superseded' });
    await stage.world.pass(2_000);
    expect(cindy.lastText()).toMatch(/NEW-.*\$50\.00/);
    const page = await (await fetch(link)).text();
    expect(page).toContain(order.number);
  });
});

describe('interest', () => {
  it('is charged for each thirty days once, on what was owed on each day', async () => {
    await rules({ interest: { country: 'US', agreedBp: 1_800, isAgreed: true, rates: [] } });
    const cindy = await addPerson(stage.world, stage.billerId);
    const invoiceId = await cindy.issue(100_000, '2026-11-27');
    const charge = (asOf: string) => chargeInterest(stage.world.ctx, { billerId: stage.billerId, asOf });
    await charge('2026-12-27');
    expect(await due(invoiceId)).toBe(100_000);
    await Promise.all([charge('2026-12-28'), charge('2026-12-28')]);
    await charge('2026-12-29');
    expect(await due(invoiceId)).toBe(101_479);
    await charge('2027-01-27');
    expect(await due(invoiceId)).toBe(102_958);
  });
});
