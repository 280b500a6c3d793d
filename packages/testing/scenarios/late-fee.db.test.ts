import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import type { LateFeeTerms } from '@kvitt/domain/invoice/late-fee';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { chargeLateFees } from '@kvitt/flows/invoice/charge-late-fees';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { releaseInvoice } from '@kvitt/flows/invoice/release-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { readMoneyRules } from '@kvitt/flows/payment/read-money-rules';
import { saveMoneyRules } from '@kvitt/flows/payment/save-money-rules';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld();

const TERMS: LateFeeTerms = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true };
const LATE = '2026-12-03';

const due = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);
const charge = (asOf: string) => chargeLateFees(stage.world.ctx, { billerId: stage.billerId, asOf });

async function withBill(totalMinor = 8420) {
  const cindy = await addPerson(stage.world, stage.billerId);
  return { cindy, invoiceId: await cindy.issue(totalMinor) };
}

describe('the late fee of a bill', () => {
  beforeAll(async () => {
    expect(await charge(LATE)).toEqual({ charged: 0, chargedMinor: 0 });
    await inTransaction(stage.world.ctx, (tx) => saveMoneyRules(tx, stage.billerId, { lateFee: TERMS }));
  });

  it('is charged once, however often and by however many it is asked for, and told', async () => {
    const { cindy, invoiceId } = await withBill();
    await charge('2026-12-02');
    expect(await due(invoiceId)).toBe(8420);
    await Promise.all([charge(LATE), charge(LATE)]);
    await charge(LATE);
    await charge('2026-12-24');
    expect(await due(invoiceId)).toBe(8920);
    await stage.world.pass(2_000);
    expect(cindy.lastText()).toMatch(/a late fee of \$5\.00 was added to bill .* You have \$89\.20 to pay/);
  });

  it('is told anew where what is due has changed while its text waited, and not where the fee was taken back', async () => {
    const { world, billerId } = stage;
    const fees = async (kind: 'credit-note' | 'fee-waived', amountMinor: number) => {
      const { cindy, invoiceId } = await withBill();
      await charge(LATE);
      await inTransaction(world.ctx, (tx) =>
        adjustInvoice(tx, {
          ...{ billerId, invoiceId, kind, amountMinor },
          adjustmentId: tx.ids.next(),
          reason: 'test',
          by: 'ann',
        }),
      );
      await world.pass(2_000);
      return cindy
        .texts()
        .map(({ text }) => /a late fee of \$5\.00 .* You have (\S+) to pay/.exec(text)?.[1]);
    };
    expect(await fees('credit-note', 420)).toEqual(['$85.00']);
    expect(await fees('fee-waived', 500)).toEqual([]);
  });

  it('waits while the bill is on hold, and comes when it is released', async () => {
    const { world, billerId } = stage;
    const { invoiceId } = await withBill();
    await inTransaction(world.ctx, (tx) =>
      holdInvoice(tx, { billerId, invoiceId, why: 'dispute', note: '', by: 'ann' }),
    );
    await charge(LATE);
    expect(await due(invoiceId)).toBe(8420);
    await inTransaction(world.ctx, (tx) => releaseInvoice(tx, { billerId, invoiceId, by: 'ann' }));
    await charge(LATE);
    expect(await due(invoiceId)).toBe(8920);
  });

  it('comes by itself from nine in the morning of the biller’s day on', async () => {
    const { invoiceId } = await withBill();
    await stage.world.pass(13 * 24 * 3_600_000, 12 * 3_600_000);
    expect(await due(invoiceId)).toBe(8920);
  });
});

describe('a bill', () => {
  it('is adjusted by entries, never below nothing, and the same ask adjusts once', async () => {
    const { world, billerId } = stage;
    const { invoiceId } = await withBill();
    const adjust = (
      kind: 'credit-note' | 'write-off' | 'write-off-reversed',
      amountMinor: number,
      adjustmentId = world.ctx.ids.next(),
    ) =>
      inTransaction(world.ctx, (tx) =>
        adjustInvoice(tx, {
          billerId,
          invoiceId,
          adjustmentId,
          kind,
          amountMinor,
          reason: 'test',
          by: 'ann',
        }),
      );
    const id = world.ctx.ids.next();
    expect(await adjust('credit-note', 420, id)).toEqual({ kind: 'adjusted', dueMinor: 8000 });
    expect(await adjust('credit-note', 420, id)).toEqual({ kind: 'adjusted', dueMinor: 8000 });
    expect(await adjust('write-off', 8001)).toEqual({ kind: 'refused', refusal: 'too-much' });
    expect(await adjust('write-off', 8000)).toEqual({ kind: 'adjusted', dueMinor: 0 });
    expect(await adjust('write-off-reversed', 8001)).toEqual({ kind: 'refused', refusal: 'too-much' });
    expect(await adjust('write-off-reversed', 5000)).toEqual({ kind: 'adjusted', dueMinor: 5000 });
  });
});

it('a rule that is none, or out of its bounds, is refused with what is wrong', () => {
  expect(readMoneyRules({ undoMinutes: 10 })).toEqual({ rules: { undoMinutes: 10 } });
  expect(readMoneyRules({ undoMinutes: -1 })).toEqual({
    problem: expect.stringContaining('undoMinutes'),
    problems: [{ path: 'undoMinutes', code: 'too_small', bound: 0 }],
  });
  expect(readMoneyRules({ undoHours: 1 })).toEqual({
    problem: expect.stringContaining('undoHours'),
    problems: [{ path: 'undoHours', code: 'not_valid' }],
  });
});
