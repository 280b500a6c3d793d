import { Message } from '@kvitt/db/message/message.entity';
import { answerText } from '@kvitt/flows/conversation/answer-text';
import { receiveText } from '@kvitt/flows/conversation/receive-text';
import { OUR_NUMBER } from '@kvitt/testing/open-world';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

async function addOwing(): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId);
  await person.issue(8420);
  return person;
}

/** Takes a text in as the webhook does, under the given id of the carrier's, and leaves its answer for later. */
async function receive(person: Person, body: string, vendorId: string): Promise<string> {
  const answer = await receiveText(stage.world.ctx, {
    vendorId,
    from: `+${person.phone}`,
    to: `+${OUR_NUMBER}`,
    body,
    parts: 1,
  });
  if (answer.kind !== 'received') return answer.kind;
  return answer.messageId;
}

let carrierIds = 0;
const newCarrierId = () => `carrier-id-${++carrierIds}`;

describe('a text that comes twice', () => {
  it('under the same id of the carrier’s is kept once and answered once', async () => {
    const cindy = await addOwing();
    const id = newCarrierId();
    await receive(cindy, 'PAY', id);
    expect(await receive(cindy, 'PAY', id)).toBe('seen-before');
    await stage.world.pass(2_000);
    expect(await receive(cindy, 'PAY', id)).toBe('seen-before');
    await stage.world.pass(2_000);
    expect(cindy.texts()).toHaveLength(1);
  });

  it('under another id within seconds leads to one question and one charge', async () => {
    const cindy = await addOwing();
    for (const text of ['PAY', () => `YES ${codeIn(cindy.lastText())}`]) {
      const body = typeof text === 'string' ? text : text();
      await receive(cindy, body, newCarrierId());
      await stage.world.pass(2_000);
      await receive(cindy, body, newCarrierId());
      await stage.world.pass(2_000);
    }
    expect(cindy.texts().map(({ text }) => text.split(' ')[1])).toEqual(['Pay', 'Paid']);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('is answered once however often its job is run', async () => {
    const { world, billerId } = stage;
    const cindy = await addOwing();
    const messageId = await receive(cindy, 'PAY', newCarrierId());
    await Promise.all([1, 2, 3].map(() => answerText(world.ctx, { billerId, messageId })));
    await world.pass(2_000);
    await answerText(world.ctx, { billerId, messageId });
    await world.pass(2_000);
    expect(cindy.texts()).toHaveLength(1);
  });
});

describe('two YES in the same instant', () => {
  it('of one phone are one sale and one receipt', async () => {
    const { world, billerId } = stage;
    const cindy = await addOwing();
    await cindy.says('PAY');
    const yes = `YES ${codeIn(cindy.lastText())}`;
    const ids = await Promise.all([1, 2].map(() => receive(cindy, yes, newCarrierId())));
    await Promise.all(ids.map((messageId) => answerText(world.ctx, { billerId, messageId })));
    await world.pass(3_000);
    expect(await cindy.sales()).toHaveLength(1);
    expect(cindy.texts().map(({ text }) => text.split(' ')[1])).toEqual(['Pay', 'Paid']);
  });

  it('of one phone but in other words are one sale all the same', async () => {
    const { world, billerId } = stage;
    const cindy = await addOwing();
    await cindy.says('PAY');
    const code = codeIn(cindy.lastText());
    const ids = await Promise.all(
      [`YES ${code}`, `yes${code}`, `Yes, ${code}!`].map((body) => receive(cindy, body, newCarrierId())),
    );
    await Promise.all(ids.map((messageId) => answerText(world.ctx, { billerId, messageId })));
    await world.pass(3_000);
    expect(await cindy.sales()).toHaveLength(1);
    expect(cindy.texts().filter(({ text }) => text.startsWith('Acme: Paid'))).not.toEqual([]);
  });

  it('of two phones of one account are one sale', async () => {
    const { world, billerId } = stage;
    const cindy = await addOwing();
    const bob = await addPerson(world, billerId, { card: null });
    await cindy.shareWith(bob);
    const codes: string[] = [];
    for (const one of [cindy, bob]) {
      await one.says('PAY');
      codes.push(codeIn(one.lastText()));
    }
    const ids = await Promise.all(
      [cindy, bob].map((one, index) => receive(one, `YES ${codes[index]}`, newCarrierId())),
    );
    await Promise.all(ids.map((messageId) => answerText(world.ctx, { billerId, messageId })));
    await world.pass(3_000);
    expect(await cindy.sales()).toHaveLength(1);
    const outcomes = await Promise.all(
      ids.map(async (id) => (await world.ctx.em.fork().findOneOrFail(Message, { billerId, id })).outcome),
    );
    expect(outcomes.filter((outcome) => outcome === 'charging')).toHaveLength(1);
  });
});

describe('PAY after the bill was paid', () => {
  it('brings the same receipt again, word for word but for its link, and charges nothing', async () => {
    const cindy = await addOwing();
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    const receipt = cindy.lastText();
    await stage.world.pass(20_000);
    await cindy.says('PAY');
    const withoutLink = (text: string) => text.replace(/http\S+/, '');
    expect(cindy.texts()).toHaveLength(3);
    expect(withoutLink(cindy.lastText())).toBe(withoutLink(receipt));
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('says that nothing is due once it is clearly another PAY', async () => {
    const cindy = await addOwing();
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await stage.world.pass(11 * 60_000, 30_000);
    await cindy.says('PAY');
    expect(cindy.lastText()).toMatch(/^Acme: You have nothing to pay now\./);
    expect(await cindy.sales()).toHaveLength(1);
  });
});
