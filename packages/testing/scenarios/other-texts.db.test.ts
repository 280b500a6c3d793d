import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Phone } from '@kvitt/db/customer/phone.entity';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson } from '@kvitt/testing/people';
import { postFromCarrier } from '@kvitt/testing/post-from-carrier';
import { linkIn } from '@kvitt/testing/read-words';
import { countRows } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function personWanted(phone: string): Promise<string | null | undefined> {
  const em = stage.world.ctx.em.fork();
  const { id } = await em.findOneOrFail(Phone, { e164: `+${phone}` });
  return (await em.findOneOrFail(Conversation, { phoneId: id })).personWantedWhy;
}

describe('BAL', () => {
  it('says what is due, on how many bills, when the next is due, and where to see it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.issue(8420);
    await cindy.issue(1580, '2026-12-04');
    await cindy.says('BAL');
    expect(cindy.lastText()).toMatch(
      /^Acme: You have \$100\.00 to pay on 2 bills, the next due Fri, Nov 27\. See it: http/,
    );
    expect(viewOf(await visitPage(linkIn(cindy.lastText())), 'bill').bill.dueOn).toBe('2026-11-27');
  });

  it('is understood in any language, and answered in the customer’s own', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    const luz = await addPerson(stage.world, stage.billerId, { language: 'es' });
    await cindy.issue(8420);
    await luz.issue(8420);
    await cindy.says('saldo');
    await luz.says('BAL');
    expect(cindy.lastText()).toMatch(/^Acme: You have \$84\.20 to pay/);
    expect(luz.lastText()).toMatch(/^Acme: Debe \$84\.20 de 1 factura/);
  });
});

describe('HELP', () => {
  it('is answered once where the carrier answers it itself', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('HELP');
    expect(cindy.texts()).toEqual([]);
  });

  it('is answered by us where the carrier does not know the word for it', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('ayuda');
    expect(cindy.texts()).toHaveLength(1);
    expect(cindy.lastText()).toMatch(/^Acme: Call 800-555-0100 for help\. .*STOP to opt out\./);
  });
});

describe('a text for a person', () => {
  it('AGENT marks the conversation and says that a person will answer', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    await cindy.says('AGENT');
    expect(cindy.lastText()).toMatch(/^Acme: We have asked a person to help you\./);
    expect(await personWanted(cindy.phone)).toBe('asked');
  });

  it('free text marks the conversation as a question and moves no money', async () => {
    const cindy = await addPerson(stage.world, stage.billerId, { isOneReplyOn: true });
    await cindy.issue(8420);
    await cindy.says('why is my bill so high? I already paid in cash, please pay attention');
    expect(cindy.lastText()).toMatch(/^Acme: We got your text\. A person will read it/);
    expect(await personWanted(cindy.phone)).toBe('question');
    expect(await cindy.sales()).toEqual([]);
  });
});

describe('a text that we cannot place', () => {
  it('from a phone that nobody has gets an answer and opens a thread, and charges nothing', async () => {
    const { world } = stage;
    const stranger = '12125559500';
    for (const text of ['PAY', 'YES 73', 'what do you do?']) {
      await world.plivo.receive({ from: stranger, to: OUR_NUMBER, text });
      await world.pass(2_000);
    }
    const said = world.plivo.texts({ to: stranger }).map(({ text }) => text);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^Acme: You have nothing to pay now\./);
    expect(said[1]).toMatch(/^Acme: We have no open question for you/);
    expect(await personWanted(stranger)).toBe('question');
  });

  it('with nothing but a picture, an emoji or blanks goes to a person', async () => {
    const cindy = await addPerson(stage.world, stage.billerId);
    for (const text of ['\u{1F44D}', '   ', '.']) await cindy.says(text);
    expect(await personWanted(cindy.phone)).toBe('question');
    expect(cindy.texts()).not.toEqual([]);
  });

  it('to a number that is not ours is taken with 200, so that it is not sent again, and kept nowhere', async () => {
    const { world } = stage;
    const before = await countRows(world);
    const answer = await postFromCarrier(world, { fields: { To: '14159999999', Text: 'PAY' } });
    expect(answer.status).toBe(200);
    expect(await countRows(world)).toEqual(before);
  });
});
