import { Consent } from '@kvitt/db/consent/consent.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { AccountPhone } from '@kvitt/db/customer/account-phone.entity';
import { addPerson, type Person } from '@kvitt/testing/people';
import { textsOf } from '@kvitt/testing/texts-of';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function addOwing(): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId);
  await person.issue(8420);
  return person;
}

async function phoneOf({ accountId }: Person): Promise<string> {
  return (await stage.world.ctx.em.fork().findOneOrFail(AccountPhone, { accountId })).phoneId;
}

async function personWanted(person: Person): Promise<string | null | undefined> {
  const phoneId = await phoneOf(person);
  return (await stage.world.ctx.em.fork().findOneOrFail(Conversation, { phoneId })).personWantedWhy;
}

async function consentOf(person: Person): Promise<string | undefined> {
  const phoneId = await phoneOf(person);
  return (await stage.world.ctx.em.fork().findOne(Consent, { phoneId, purpose: 'service' }))?.state;
}

describe('a text that may have meant STOP', () => {
  const UNCLEAR = 'When does my plan end?';

  it('holds what nobody asked for, answers what is asked, and is a STOP when nobody has decided within a day', async () => {
    const { world } = stage;
    const cindy = await addOwing();
    await cindy.says(UNCLEAR);
    expect(cindy.lastText()).toMatch(
      /^Acme: We got your text, and a person will read it\. To get no more texts, reply STOP\.$/,
    );
    expect(await personWanted(cindy)).toBe('unclear-stop');
    await cindy.announce();
    await world.pass(60_000, 10_000);
    expect(cindy.texts()).toHaveLength(1);
    await cindy.says('BAL');
    expect(cindy.lastText()).toMatch(/^Acme: You have \$84\.20/);
    await world.pass(23 * 3_600_000, 1_800_000);
    expect(await consentOf(cindy)).toBe('express');
    await world.pass(2 * 3_600_000, 1_800_000);
    expect(await consentOf(cindy)).toBe('revoked');
    expect(await textsOf(world, cindy)).toContainEqual({
      template: 'bill-ready',
      state: 'cancelled',
      reason: 'CONSENT_REVOKED',
    });
    expect(cindy.texts()).toHaveLength(2);
  });

  it.each(['START', "please don't stop my texts"])(
    'lets go what was held when the customer says %s',
    async (text) => {
      const { world } = stage;
      const cindy = await addOwing();
      await cindy.says(UNCLEAR);
      await cindy.announce();
      await world.pass(5_000);
      await cindy.says(text);
      await world.pass(5_000);
      expect(cindy.texts().map((one) => one.text)).toContainEqual(expect.stringMatching(/Cindy, your bill/));
      await world.pass(25 * 3_600_000, 3_600_000);
      expect(await consentOf(cindy)).not.toBe('revoked');
    },
  );
});
