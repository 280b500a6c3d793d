import { findStanding } from '@kvitt/db/consent/find-standing';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { ConsentStanding } from '@kvitt/domain/consent/consent';
import { requestConsent } from '@kvitt/flows/consent/request-consent';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addPerson, type Person } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function standingOf({ phone }: Person): Promise<ConsentStanding> {
  const em = stage.world.ctx.em.fork();
  const { id } = await em.findOneOrFail(Phone, { e164: `+${phone}` });
  return findStanding(em, stage.billerId, id);
}

/** A customer who gets texts about bills, and has said yes to advertising too, on a page and from the phone itself. */
async function addFriend(): Promise<Person> {
  const { world, billerId } = stage;
  const person = await addPerson(world, billerId);
  const wish = { billerId, accountId: person.accountId, channel: 'web', wording: 'news-shown' } as const;
  await inTransaction(world.ctx, (tx) => requestConsent(tx, { ...wish, actor: 'customer' }));
  await world.pass(2_000);
  await person.says('YES');
  return person;
}

describe('a customer who also agreed to advertising', () => {
  it('hears what the YES was to', async () => {
    const cindy = await addFriend();
    expect(cindy.lastText()).toMatch(/^Acme: You are signed up for news and offers by text\./);
    expect((await standingOf(cindy)).marketing).toBe('pewc');
  });

  it('is asked after STOP whether bills go on, and keeps them, and nothing else, by BILLS', async () => {
    const cindy = await addFriend();
    await cindy.says('please stop texting me');
    expect(cindy.lastText()).toMatch(
      /^Acme: You are opted out of all texts\. To keep texts about bills only, reply BILLS/,
    );
    expect(await standingOf(cindy)).toMatchObject({ service: 'revoked', marketing: 'revoked' });
    await cindy.says('BILLS');
    expect(cindy.lastText()).toMatch(/^Acme: You will get texts about your bills\./);
    expect(await standingOf(cindy)).toMatchObject({
      service: 'confirmed',
      'past-due': 'confirmed',
      marketing: 'revoked',
    });
  });

  it('gets no more at all where the question is not answered, and BILLS of later asks for bills only', async () => {
    const cindy = await addFriend();
    await cindy.says('please stop texting me');
    await stage.world.pass(25 * 3_600_000, 3_600_000);
    await cindy.says('BILLS');
    expect(await standingOf(cindy)).toMatchObject({ service: 'revoked' });
  });
});

it('asks nobody who agreed to bills alone', async () => {
  const cindy = await addPerson(stage.world, stage.billerId);
  await cindy.says('please stop texting me');
  expect(cindy.lastText()).toMatch(/^Acme: You are opted out\. We will send you no more texts\./);
  await cindy.says('BILLS');
  expect(await standingOf(cindy)).toMatchObject({ service: 'revoked' });
});
