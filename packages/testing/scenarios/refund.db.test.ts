import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { Refund } from '@kvitt/db/refund/refund.entity';
import type { RefundEffect } from '@kvitt/domain/refund/refund';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { approveRefund } from '@kvitt/flows/refund/approve-refund';
import { startRefund } from '@kvitt/flows/refund/start-refund';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Longer than the processor takes to settle a sale. */
const SETTLED_MS = 36 * 3_600_000;

async function addPaid(totalMinor = 8420) {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(totalMinor);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  const { id: paymentId } = await latestPayment(world, cindy.accountId);
  const refund = (amountMinor: number | undefined, effect: RefundEffect = 'allow') =>
    inTransaction(world.ctx, (tx) =>
      startRefund(tx, {
        billerId,
        paymentId,
        refundId: tx.ids.next(),
        ...(amountMinor !== undefined && { amountMinor }),
        effect,
        reason: 'The meter was read twice.',
        askedBy: 'ann',
      }),
    );
  const due = () => loadReceivable(world.ctx.em.fork(), billerId, invoiceId);
  const settle = () => world.pass(SETTLED_MS, 3_600_000);
  return { cindy, refund, due, settle };
}

describe('a refund', () => {
  it('of all of it, before it settles, voids the sale', async () => {
    const { cindy, refund, due } = await addPaid();
    expect((await refund(undefined, 'reopen')).kind).toBe('started');
    await stage.world.pass(60_000, 10_000);
    expect((await cindy.sales()).map(({ status }) => status)).toEqual(['voided']);
    expect(await due()).toBe(8420);
    expect(cindy.lastText()).toMatch(/We refunded \$84\.20 to Visa \.\.1881/);
  });

  it('of a part waits until the sale has settled, and leaves the bill settled where it is forgiven', async () => {
    const { cindy, refund, due, settle } = await addPaid();
    expect((await refund(2000)).kind).toBe('started');
    await stage.world.pass(60_000, 10_000);
    expect(cindy.lastText()).not.toMatch(/refunded/);
    await settle();
    expect(cindy.lastText()).toMatch(/We refunded \$20\.00/);
    expect(await due()).toBe(0);
    expect(await refund(6421)).toEqual({ kind: 'refused', refusal: 'too-much' });
  });

  it('never gives back more than was paid, also in several parts, and opens the bill where that is asked for', async () => {
    const { refund, due, settle } = await addPaid();
    await settle();
    await refund(2000, 'reopen');
    expect(await refund(100)).toEqual({ kind: 'refused', refusal: 'refund-in-flight' });
    await stage.world.pass(60_000, 10_000);
    await refund(undefined, 'reopen');
    await stage.world.pass(60_000, 10_000);
    expect(await due()).toBe(8420);
    expect(await refund(1)).toEqual({ kind: 'refused', refusal: 'too-much' });
  });

  it('whose answer is lost is looked for, and made once', async () => {
    const { cindy, refund, settle } = await addPaid();
    await settle();
    stage.world.braintree.faults.add({ kind: 'drop-after', method: 'POST', path: '/refund' });
    await refund(2000);
    await stage.world.pass(300_000, 10_000);
    const made = stage.world.braintree.transactions({ type: 'credit' });
    const ours = await cindy.sales();
    expect(made.filter((one) => one.refundedTransactionId === ours[0]?.id)).toHaveLength(1);
    // It is night by now, and nobody on the phone has asked for it: it is told in the morning.
    expect(cindy.lastText()).not.toMatch(/refunded/);
    await stage.world.pass(12 * 3_600_000, 3_600_000);
    expect(cindy.lastText()).toMatch(/We refunded \$20\.00/);
  });
});

describe('after a STOP', () => {
  it('what the desk gives back is not texted, and given back all the same', async () => {
    const { cindy, refund, due } = await addPaid();
    await cindy.says('STOP');
    const texts = cindy.texts().length;
    await refund(undefined, 'reopen');
    await stage.world.pass(60_000, 10_000);
    expect((await cindy.sales()).map(({ status }) => status)).toEqual(['voided']);
    expect(await due()).toBe(8420);
    expect(cindy.texts()).toHaveLength(texts);
  });
});

describe('above the limit a refund', () => {
  it('waits for another person than the one who asked, and is made when they agree', async () => {
    const { world, billerId } = stage;
    const { cindy, refund } = await addPaid(20_000);
    const asked = await refund(undefined);
    if (asked.kind !== 'waiting') throw new Error(`it is ${asked.kind}`);
    const decide = (by: string, isAgreed = true) =>
      inTransaction(world.ctx, (tx) =>
        approveRefund(tx, { billerId, refundId: asked.refundId, by, isAgreed }),
      );
    await world.pass(120_000, 20_000);
    expect((await cindy.sales()).map(({ status }) => status)).toEqual(['submitted_for_settlement']);
    expect(await decide('ann')).toEqual({ kind: 'refused', refusal: 'same-person' });
    expect(await decide('bo')).toEqual({ kind: 'started' });
    await world.pass(60_000, 10_000);
    expect((await cindy.sales()).map(({ status }) => status)).toEqual(['voided']);
    expect(await decide('bo')).toEqual({ kind: 'refused', refusal: 'not-waiting' });
  });

  it('turned down gives nothing back', async () => {
    const { world, billerId } = stage;
    const { refund } = await addPaid(20_000);
    const asked = await refund(undefined);
    if (asked.kind !== 'waiting') throw new Error(`it is ${asked.kind}`);
    const { refundId } = asked;
    await inTransaction(world.ctx, (tx) =>
      approveRefund(tx, { billerId, refundId, by: 'bo', isAgreed: false }),
    );
    expect(await world.ctx.em.fork().findOneOrFail(Refund, { billerId, id: refundId })).toMatchObject({
      state: 'refused',
      approvedBy: 'bo',
    });
  });
});
