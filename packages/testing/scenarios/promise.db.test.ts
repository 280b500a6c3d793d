import { findActivePromise } from '@kvitt/db/promise/find-active-promise';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { money } from '@kvitt/domain/money/money';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makePromise } from '@kvitt/flows/promise/make-promise';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const DAY_MS = 24 * 3_600_000;

function dayAhead(days: number): string {
  return new Date(stage.world.ctx.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

async function promise(person: Person, days: number, minor?: number, promiseId = stage.world.ctx.ids.next()) {
  const { world, billerId } = stage;
  return inTransaction(world.ctx, (tx) =>
    makePromise(tx, {
      billerId,
      accountId: person.accountId,
      promiseId,
      day: dayAhead(days),
      channel: 'agent',
      ...(minor !== undefined && { amount: money(minor, 'USD') }),
    }),
  );
}

async function states(person: Person) {
  const { world, billerId } = stage;
  const all = await world.ctx.em
    .fork()
    .find(PromiseToPay, { billerId, accountId: person.accountId }, { orderBy: { madeAt: 'asc' } });
  return all.map(({ state }) => state);
}

describe('a promise to pay', () => {
  it('is acknowledged, and keeps reminders away until its grace is over', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    const id = await cindy.issue(8420);
    expect(await promise(cindy, 5)).toMatchObject({ kind: 'promised', amount: money(8420, 'USD') });
    await world.pass(2_000);
    expect(cindy.lastText()).toMatch(/^Acme: We have noted that you will pay \$84\.20 by /);
    const active = (day: string) => findActivePromise(world.ctx.em.fork(), { billerId, id }, day);
    expect(await active(dayAhead(7))).toMatchObject({ dueOn: dayAhead(5), amountMinor: 8420 });
    expect(await active(dayAhead(8))).toBeUndefined();
  });

  it('is kept by paying, and the customer is thanked once', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await promise(cindy, 5, 5000);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await world.pass(60_000, 20_000);
    expect(await states(cindy)).toEqual(['kept']);
    const thanks = cindy.texts().filter(({ text }) => text.includes('as you had planned'));
    expect(thanks.map(({ text }) => text)).toEqual([
      'Acme: You paid $50.00 as you had planned. Thank you. Left to pay: $0.00.',
    ]);
  });

  it('is broken when its grace is over on the customer’s own calendar, and no sooner', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await promise(cindy, 1);
    await world.pass(3 * DAY_MS, 6 * 3_600_000);
    expect(await states(cindy)).toEqual(['open']);
    await world.pass(DAY_MS, 6 * 3_600_000);
    expect(await states(cindy)).toEqual(['broken']);
    expect(cindy.lastText()).toMatch(/we have not received the \$84\.20 you planned to pay by/);
  });

  it('is replaced by a later one, and asked for twice is made once', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await promise(cindy, 2);
    const id = world.ctx.ids.next();
    await promise(cindy, 4, undefined, id);
    await promise(cindy, 4, undefined, id);
    expect(await states(cindy)).toEqual(['replaced', 'open']);
  });

  it('is refused where it is later than the biller waits, with the last day that is accepted', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    expect(await promise(cindy, 15)).toEqual({ kind: 'refused', refusal: 'too-far', latest: dayAhead(14) });
    expect(await states(cindy)).toEqual([]);
  });
});
