import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 86_400_000;

const methodOf = ({ accountId }: Person) =>
  stage.world.ctx.em.fork().findOneOrFail(PaymentMethod, { billerId: stage.billerId, accountId });

/** What a bank says of a stored card. */
async function bankSays(person: Person, news: object): Promise<void> {
  const { vaultToken } = await methodOf(person);
  const answer = await fetch(`${stage.world.braintree.origin}/sandbox/cards/${vaultToken}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(news),
  });
  expect(answer.status).toBe(200);
}

async function expiring(): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId);
  await person.issue(8420);
  const { billerId, id } = await methodOf(person);
  await bankSays(person, { expirationDate: '12/2026' });
  // As it was kept before anybody heard of it.
  await stage.world.ctx.em
    .fork()
    .nativeUpdate(PaymentMethod, { billerId, id }, { expMonth: 12, expYear: 2026 });
  return person;
}

const said = (person: Person, words: RegExp) => person.texts().filter(({ text }) => words.test(text));

describe('a card that ends soon', () => {
  it('is told of once, with a link, a month before its last day', async () => {
    const cindy = await expiring();
    await stage.world.pass(2 * DAY_MS, DAY_MS);
    expect(said(cindy, /Visa \.\.1881 expires 12\/2026\. Update it: http/)).toHaveLength(1);
    await stage.world.pass(3 * DAY_MS, DAY_MS);
    expect(said(cindy, /expires/)).toHaveLength(1);
  });

  it('is not told of where the bank has sent a new one: the new one is followed, under the same token', async () => {
    const cindy = await expiring();
    const before = await methodOf(cindy);
    await bankSays(cindy, { number: '4012888888881881', expirationDate: '11/2031' });
    await stage.world.pass(2 * DAY_MS, DAY_MS);
    expect(await methodOf(cindy)).toMatchObject({
      vaultToken: before.vaultToken,
      expMonth: 11,
      expYear: 2031,
    });
    expect(said(cindy, /expires/)).toEqual([]);
  });
});

describe('the account updater’s report', () => {
  it('has a new number followed before anybody is charged', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await bankSays(cindy, { number: '4111111111111111', expirationDate: '10/2032' });
    expect((await methodOf(cindy)).last4).toBe('1881');
    await stage.world.pass(2 * DAY_MS, DAY_MS);
    expect(await methodOf(cindy)).toMatchObject({ last4: '1111', expMonth: 10, expYear: 2032 });
  });

  it('has a closed account closed, its owner asked for another, and nothing charged to it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await bankSays(cindy, { closed: true });
    await stage.world.pass(2 * DAY_MS, DAY_MS);
    expect((await methodOf(cindy)).closedWhy).toBe('closed by its bank');
    expect(said(cindy, /bank has closed Visa \.\.1881\. .*Add one: http/)).toHaveLength(1);
    await cindy.says('PAY');
    expect(cindy.lastText()).not.toMatch(/YES \d\d/);
    expect(await cindy.sales()).toEqual([]);
  });
});
