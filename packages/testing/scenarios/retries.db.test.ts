import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { localDate } from '@kvitt/domain/time/local-date';
import { chargeDue } from '@kvitt/flows/autopay/charge-due';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { moveAutopay } from '@kvitt/flows/autopay/move-autopay';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import type { Ctx } from '@kvitt/flows/kit/context';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What the gateway's test amounts stand for, in cents. */
const NOT_ENOUGH = 200_100;
const LIMIT = 200_200;
const STOLEN = 201_300;
const STOPPED_BILLING = 201_700;

/** Somebody with autopay. */
async function addPayer(): Promise<Person> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await inTransaction(world.ctx, (tx) =>
    enroll(tx, {
      billerId,
      accountId: cindy.accountId,
      autopayId: tx.ids.next(),
      sweepsOpen: true,
      channel: 'web',
      actor: 'customer',
    }),
  );
  return cindy;
}

/** Somebody with autopay whose bill of so much is due tomorrow; with the day after it over. */
async function charged(totalMinor: number): Promise<{ cindy: Person; invoiceId: string }> {
  const cindy = await addPayer();
  const invoiceId = await cindy.issue(totalMinor, tomorrow());
  await days(2);
  return { cindy, invoiceId };
}

const tomorrow = () => new Date(stage.world.ctx.clock.now().getTime() + DAY_MS).toISOString().slice(0, 10);

const days = (count: number) => stage.world.pass(count * DAY_MS, 6 * HOUR_MS);
const failures = (cindy: Person) => cindy.texts().filter(({ text }) => text.includes('did not go through'));

async function stateOf(cindy: Person) {
  const { world, billerId } = stage;
  const { accountId } = cindy;
  const { state, reason } = await world.ctx.em.fork().findOneOrFail(PlannedCharge, { billerId, accountId });
  return [state, reason];
}

describe('a charge of autopay that is declined', () => {
  it('is tried four times within sixteen days, each a sale of its own, and told of once', async () => {
    const { cindy } = await charged(LIMIT);
    expect(failures(cindy)).toMatchObject([
      {
        text: expect.stringMatching(
          /^Acme: Cindy, autopay of \$2,002\.00 with Visa \.\.1881 did not go through\. We will try again on \w{3}, \w{3} \d+\. Use another card: http/,
        ),
      },
    ]);
    await days(25);
    const sales = await cindy.sales();
    expect(sales).toHaveLength(4);
    expect(new Set(sales.map(({ orderId }) => orderId)).size).toBe(4);
    const [first, last] = [sales[0]?.createdAt, sales[3]?.createdAt];
    expect(Number(last) - Number(first)).toBeLessThanOrEqual(16 * DAY_MS);
    expect(sales.map(({ transactionSource }) => transactionSource)).toEqual(Array(4).fill('recurring'));
    expect(failures(cindy)).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['failed', 'DECLINED']);
  });

  it('stands under the day of its next try, as its text says, and not under the one that is over', async () => {
    const { world, billerId } = stage;
    const { cindy } = await charged(LIMIT);
    const { accountId } = cindy;
    const { chargeOn, chargeAt } = await world.ctx.em
      .fork()
      .findOneOrFail(PlannedCharge, { billerId, accountId });
    expect(chargeOn).toBe(localDate(chargeAt, 'America/New_York'));
    expect(failures(cindy)[0]?.text).toContain(`try again on ${formatDueDate(chargeOn, 'en')}`);
  });

  it('goes through on a payday, and ends with one receipt', async () => {
    const { world, billerId } = stage;
    const { cindy, invoiceId } = await charged(NOT_ENOUGH);
    expect(await cindy.sales()).toHaveLength(1);
    // A cent less is another amount to the gateway, which stands in for the wages that have come.
    await inTransaction(world.ctx, (tx) =>
      adjustInvoice(tx, {
        billerId,
        invoiceId,
        kind: 'credit-note',
        amountMinor: 10_100,
        reason: 'goodwill',
        by: 'agent',
        adjustmentId: tx.ids.next(),
      }),
    );
    await days(17);
    expect((await cindy.sales()).filter(({ status }) => status !== 'processor_declined')).toHaveLength(1);
    expect(cindy.texts().filter(({ text }) => text.includes('Paid $1,900.00'))).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['charged', null]);
  });

  it('is never tried again with a card that was reported stolen', async () => {
    const { cindy } = await charged(STOLEN);
    expect(failures(cindy)).toMatchObject([
      { text: expect.stringContaining('We will not try again by ourselves.') },
    ]);
    await days(17);
    expect(await cindy.sales()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['failed', 'DECLINED']);
  });

  it('ends the mandate where the holder withdrew it at the bank', async () => {
    const { world, billerId } = stage;
    const { cindy } = await charged(STOPPED_BILLING);
    const mandate = await world.ctx.em
      .fork()
      .findOneOrFail(Autopay, { billerId, accountId: cindy.accountId });
    expect(mandate).toMatchObject({ state: 'off', endedBy: 'bank' });
    await days(17);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('is not tried again, and says so, where autopay was switched off while the bank was asked', async () => {
    const { world, billerId } = stage;
    const cindy = await addPayer();
    const { accountId } = cindy;
    await cindy.issue(LIMIT, tomorrow());
    const { charge } = world.ctx.payments;
    const switchedOff: Ctx['payments'] = {
      ...world.ctx.payments,
      async charge(order) {
        await inTransaction(world.ctx, (tx) =>
          moveAutopay(tx, { billerId, accountId, to: 'off', by: 'customer' }),
        );
        return charge(order);
      },
    };
    await world.settle();
    await world.clock.advance(2 * DAY_MS);
    await chargeDue({ ...world.ctx, payments: switchedOff });
    await world.settle();
    expect(failures(cindy)).toMatchObject([
      { text: expect.stringContaining('We will not try again by ourselves.') },
    ]);
    expect(await stateOf(cindy)).toEqual(['skipped', 'AUTOPAY_OFF']);
  });

  it('is not tried again once the bill is disputed', async () => {
    const { world, billerId } = stage;
    const { cindy, invoiceId } = await charged(LIMIT);
    await inTransaction(world.ctx, (tx) =>
      holdInvoice(tx, { billerId, invoiceId, why: 'dispute', note: 'not mine', by: 'agent' }),
    );
    await days(17);
    expect(await cindy.sales()).toHaveLength(1);
    expect(await stateOf(cindy)).toEqual(['skipped', 'HELD']);
  });
});
