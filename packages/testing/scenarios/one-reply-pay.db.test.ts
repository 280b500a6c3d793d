import { Sender } from '@kvitt/db/biller/sender.entity';
import { announceBills } from '@kvitt/flows/invoice/announce-bills';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function announce(): Promise<void> {
  await announceBills(stage.world.ctx, { billerId: stage.billerId });
  await stage.world.pass(2_000);
}

/** Holds back the biller's texts since then, or lets them go again. */
async function pause(pausedAt: Date | null): Promise<void> {
  const { world, billerId } = stage;
  await world.ctx.em.fork().nativeUpdate(Sender, { billerId }, { pausedAt });
}

async function addSwitchedOn(totalMinor: number): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, { isOneReplyOn: true });
  await person.issue(totalMinor);
  await announce();
  return person;
}

describe('one-reply pay', () => {
  it.each(['PAY', 'PAY NOW', 'pay now!'])(
    'charges at once what the bill’s own text stated, where the customer has switched it on: %s',
    async (text) => {
      const cindy = await addSwitchedOn(8420);
      expect(cindy.lastText()).toMatch(/Reply PAY to pay \$84\.20 with Visa \.\.1881 now\./);
      await cindy.says(text);
      expect(cindy.texts()).toHaveLength(2);
      expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20/);
      expect((await cindy.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
    },
  );

  it('asks first where the customer has not switched it on', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await announce();
    expect(cindy.lastText()).toMatch(/Reply PAY to pay with Visa \.\.1881\./);
    await cindy.says('PAY NOW');
    expect(cindy.lastText()).toMatch(/Reply YES \d\d/);
    expect(await cindy.sales()).toEqual([]);
  });

  it('asks first where no text has stated the amount and the card', async () => {
    const cindy = await addPerson(stage.world, stage.billerId, { isOneReplyOn: true });
    await cindy.issue(8420);
    await cindy.says('PAY NOW');
    expect(cindy.lastText()).toMatch(/Reply YES \d\d/);
    expect(await cindy.sales()).toEqual([]);
  });

  it('asks first where the bill’s text still waits to be sent, or is not allowed', async () => {
    const { world, billerId } = stage;
    const waiting = await addPerson(world, billerId, { isOneReplyOn: true });
    const silent = await addPerson(world, billerId, { isOneReplyOn: true });
    await silent.says('STOP');
    for (const person of [waiting, silent]) await person.issue(8420);
    await pause(world.ctx.clock.now());
    await announceBills(world.ctx, { billerId });
    for (const person of [waiting, silent]) await person.says('PAY');
    await pause(null);
    await world.pass(10_000);
    for (const person of [waiting, silent]) {
      expect(person.texts().map(({ text }) => text)).toContainEqual(expect.stringMatching(/Reply YES \d\d/));
      expect(await person.sales()).toEqual([]);
    }
  });

  it.each(['I want to pay', 'PAY?'])(
    'asks first where the text is only a wish or a question: %s',
    async (text) => {
      const cindy = await addSwitchedOn(8420);
      await cindy.says(text);
      expect(cindy.lastText()).toMatch(/Reply YES \d\d/);
      expect(await cindy.sales()).toEqual([]);
    },
  );

  it('asks first where the card has changed since the text that stated it', async () => {
    const cindy = await addSwitchedOn(8420);
    await cindy.addCard('fake-valid-mastercard-nonce');
    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/Pay \$84\.20 for bill .* with Mastercard \.\.4444\? Reply YES \d\d/);
    expect(await cindy.sales()).toEqual([]);
  });

  it('charges nothing where another bill is open as well', async () => {
    const cindy = await addSwitchedOn(8420);
    await cindy.issue(1000, '2026-12-04');
    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: 1: \$84\.20, .* 2: \$10\.00, .* or ALL for \$94\.20\.$/);
    expect(await cindy.sales()).toEqual([]);
  });

  it('never takes YES for PAY: a bill’s own text is not a question', async () => {
    const cindy = await addSwitchedOn(8420);
    for (const text of ['YES', 'YES 73', 'OK']) await cindy.says(text);
    expect(await cindy.sales()).toEqual([]);
  });
});
