import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { ConsentEvent } from '@kvitt/db/consent/consent-event.entity';
import { addPerson, type Person, type Traits } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const DAY_MS = 86_400_000;

/** The calendar day so many days from the world's now, `YYYY-MM-DD`. */
const ahead = (days: number) => new Date(stage.world.clock.now() + days * DAY_MS).toISOString().slice(0, 10);

const mandateOf = ({ accountId }: Person) =>
  stage.world.ctx.em.fork().findOne(Autopay, { accountId }, { orderBy: { agreedAt: 'desc' } });

async function asked(traits: Traits = {}): Promise<{ person: Person; code: string }> {
  const person = await addPerson(stage.world, stage.billerId, traits);
  await person.issue(8420, ahead(10));
  await person.says('AUTOPAY ON');
  return { person, code: codeIn(person.lastText()) };
}

describe('AUTOPAY ON by text', () => {
  it('asks in the words of the mandate, with card, what is open, and a code; YES with it is the mandate', async () => {
    const { person, code } = await asked();
    expect(person.lastText()).toMatch(
      /^Acme: Autopay: Acme charges each bill in full on its due date .* Card: Visa \.\.1881\. What is open now, \$84\.20, is charged too\. To agree, reply YES \d\d within 10 minutes\.$/,
    );
    expect(await mandateOf(person)).toBeNull();
    await person.says(`YES ${code}`);
    expect(person.lastText()).toMatch(/^Acme: Autopay is on with Visa \.\.1881\./);
    expect(await mandateOf(person)).toMatchObject({
      state: 'on',
      sweepsOpen: true,
      channel: 'text',
      wordingKey: 'autopay-texted@1',
      actor: 'customer',
    });
    await stage.world.pass(11 * DAY_MS, DAY_MS / 4);
    expect(person.texts().some(({ text }) => /autopay takes \$84\.20/.test(text))).toBe(true);
    expect((await person.sales()).map(({ amount }) => amount)).toEqual(['84.20']);
  });

  it('keeps in the consent ledger which words, of which version, the phone said yes to', async () => {
    const { person, code } = await asked();
    await person.says(`YES ${code}`);
    const mandate = await mandateOf(person);
    const [grant] = await stage.world.ctx.em
      .fork()
      .find(ConsentEvent, { purpose: 'autopay', act: 'granted', messageId: mandate?.messageId ?? null });
    expect(grant).toMatchObject({
      channel: 'text',
      wordingKey: 'autopay-texted@1',
      wording: mandate?.wording,
    });
    expect(person.texts().some(({ text }) => text.includes(mandate?.wording ?? '?'))).toBe(true);
  });

  it('is no mandate by a bare YES, after STOP, or when what is open has changed', async () => {
    const { person } = await asked();
    await person.says('YES');
    expect(await mandateOf(person)).toBeNull();
    const again = codeIn(person.lastText());
    await person.issue(1000, ahead(12));
    await person.says(`YES ${again}`);
    expect(person.lastText()).toContain('What is open now, $94.20');
    expect(await mandateOf(person)).toBeNull();
    const last = codeIn(person.lastText());
    await person.says('STOP');
    await person.says('START');
    await person.says(`YES ${last}`);
    expect(await mandateOf(person)).toBeNull();
    expect(await person.sales()).toEqual([]);
  });

  it('leads to the page where no card is kept, and says so where it is on', async () => {
    const { person } = await asked({ card: null });
    expect(person.lastText()).toMatch(/^Acme: See or change autopay here: http/);
    const { person: other, code } = await asked();
    await other.says(`YES ${code}`);
    await stage.world.pass(20_000);
    await other.says('AUTOPAY ON');
    expect(other.lastText()).toContain('Autopay is on with Visa ..1881.');
  });

  it('has the next bill say when it is charged, and that PAY pays it at once', async () => {
    const person = await addPerson(stage.world, stage.billerId);
    await person.says('AUTOPAY ON');
    await person.says(`YES ${codeIn(person.lastText())}`);
    await stage.world.pass(1_000);
    await person.issue(8420, '2027-01-15');
    await person.announce();
    await stage.world.pass(2_000);
    expect(person.lastText()).toMatch(
      /your bill of \$84\.20 is due Fri, Jan 15\. Autopay takes it from Visa \.\.1881 on Fri, Jan 15\. To pay now instead, reply PAY\./,
    );
  });
});
