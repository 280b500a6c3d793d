import { loadReceivables } from '@kvitt/db/invoice/load-receivables';
import { loadParts } from '@kvitt/db/payment/load-parts';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { PaymentPart } from '@kvitt/db/payment/payment-part.entity';
import { money } from '@kvitt/domain/money/money';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { chargeInvoice } from '@kvitt/flows/payment/charge-invoice';
import { type StartAnswer, startPayment } from '@kvitt/flows/payment/start-payment';
import { takeBack } from '@kvitt/flows/payment/take-back';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

/** Somebody with two bills, one of 84.20 and one of 15.80. */
async function withTwoBills() {
  const person = await addPerson(stage.world, stage.billerId);
  const first = await person.issue(8420);
  const second = await person.issue(1580, '2026-12-04');
  return { person, first, second };
}

const whole = (invoiceId: string, amountMinor: number): AgreedPart => ({
  invoiceId,
  amountMinor,
  isPartial: false,
});

async function start(person: Person, parts: readonly AgreedPart[]) {
  const { world, billerId } = stage;
  const paymentId = world.ctx.ids.next();
  const em = world.ctx.em.fork();
  const method = await em.findOneOrFail(PaymentMethod, {
    billerId,
    accountId: person.accountId,
    isDefault: true,
  });
  const agreed = money(
    parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    'USD',
  );
  const answer: StartAnswer = await inTransaction(world.ctx, (tx) =>
    startPayment(tx, { billerId, paymentId, parts, agreed, channel: 'text', methodId: method.id }),
  );
  return { paymentId, answer };
}

async function pay(person: Person, parts: readonly AgreedPart[]) {
  const { paymentId, answer } = await start(person, parts);
  expect(answer.kind).toBe('started');
  await chargeInvoice(stage.world.ctx, { billerId: stage.billerId, paymentId });
  return paymentId;
}

async function due(...ids: string[]) {
  const found = await loadReceivables(stage.world.ctx.em.fork(), stage.billerId, ids);
  return ids.map((id) => found.get(id) ?? 0);
}

describe('a payment of several bills', () => {
  it('is one charge of their sum, and settles each of them', async () => {
    const { person, first, second } = await withTwoBills();
    const paymentId = await pay(person, [whole(first, 8420), whole(second, 1580)]);
    expect((await person.sales()).map(({ amount }) => amount)).toEqual(['100.00']);
    expect(await due(first, second)).toEqual([0, 0]);
    const parts = await loadParts(stage.world.ctx.em.fork(), stage.billerId, paymentId);
    expect(parts.map(({ amountMinor, remainingMinor }) => [amountMinor, remainingMinor])).toEqual([
      [8420, 0],
      [1580, 0],
    ]);
  });

  it('may end with a part of the last one, and leaves the rest of it due', async () => {
    const { person, first, second } = await withTwoBills();
    await pay(person, [whole(first, 8420), { ...whole(second, 1000), isPartial: true }]);
    expect(await due(first, second)).toEqual([0, 580]);
  });

  it('keeps each of its bills from being charged a second time while it is under way', async () => {
    const { person, first, second } = await withTwoBills();
    const running = await start(person, [whole(first, 8420), whole(second, 1580)]);
    expect((await start(person, [whole(second, 1580)])).answer).toEqual({
      kind: 'refused',
      refusal: 'in-flight',
    });
    await chargeInvoice(stage.world.ctx, { billerId: stage.billerId, paymentId: running.paymentId });
    expect(await person.sales()).toHaveLength(1);
  });

  it('ends with one charge where it crosses with a payment of one of them at the same instant', async () => {
    const { person, first, second } = await withTwoBills();
    const both = await Promise.all([
      start(person, [whole(first, 8420), whole(second, 1580)]),
      start(person, [whole(second, 1580)]),
      start(person, [whole(second, 1580), whole(first, 8420)]),
    ]);
    const started = both.filter(({ answer }) => answer.kind === 'started');
    expect(started).toHaveLength(1);
    for (const { paymentId } of started) {
      await chargeInvoice(stage.world.ctx, { billerId: stage.billerId, paymentId });
    }
    expect(await person.sales()).toHaveLength(1);
  });

  it('puts exactly its own parts back where it is taken back', async () => {
    const { person, first, second } = await withTwoBills();
    await pay(person, [{ ...whole(first, 3000), isPartial: true }]);
    const paymentId = await pay(person, [whole(first, 5420), whole(second, 1580)]);
    await takeBack(stage.world.ctx, { billerId: stage.billerId, paymentId });
    expect(await due(first, second)).toEqual([5420, 1580]);
  });
});

describe('a part of a bill', () => {
  it.each([
    ['below the minimum', 999, 'below-minimum'],
    ['more than what is due', 8421, 'amount-changed'],
  ])('is refused where it is %s, and nothing is charged', async (_, amountMinor, refusal) => {
    const { person, first } = await withTwoBills();
    const { answer } = await start(person, [{ ...whole(first, amountMinor), isPartial: true }]);
    expect(answer).toEqual({ kind: 'refused', refusal });
    expect(await person.sales()).toEqual([]);
  });
});

it('no second live part of a bill can be written, whoever writes it', async () => {
  const { person, first } = await withTwoBills();
  const { paymentId } = await start(person, [whole(first, 8420)]);
  const twin = await start(person, [whole(await person.issue(100), 100)]);
  const part = {
    billerId: stage.billerId,
    paymentId: twin.paymentId,
    invoiceId: first,
    amountMinor: 1,
    isLive: false,
  };
  await expect(stage.world.ctx.em.fork().insert(PaymentPart, part)).rejects.toThrow('payment_part_one_live');
  for (const id of [paymentId, twin.paymentId]) {
    await chargeInvoice(stage.world.ctx, { billerId: stage.billerId, paymentId: id });
  }
});
