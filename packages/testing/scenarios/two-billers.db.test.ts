import { Consent } from '@kvitt/db/consent/consent.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { OTHER_NUMBER, OUR_NUMBER } from '@kvitt/testing/open-world';
import { addBiller, addPerson, type Person } from '@kvitt/testing/people';
import { codeIn, linkIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { sendForm, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { beforeAll, describe, expect, it } from 'vitest';

const stage = useWorld();
let bolt: string;

beforeAll(async () => {
  ({ billerId: bolt } = await addBiller(stage.world, { slug: 'bolt', name: 'Bolt', number: OTHER_NUMBER }));
});

let lines = 0;

/** One phone that owes 84.20 dollars to Acme and 12.00 to Bolt, with a card at each. */
async function addOwingTwo(): Promise<{ atAcme: Person; atBolt: Person; phone: string }> {
  const { world, billerId } = stage;
  const phone = `1212555${String(7000 + lines++)}`;
  const atAcme = await addPerson(world, billerId, { phone });
  const atBolt = await addPerson(world, bolt, { phone, card: 'fake-valid-mastercard-nonce' });
  await atAcme.issue(8420);
  await atBolt.issue(1200);
  return { atAcme, atBolt, phone };
}

describe('a phone that owes two billers', () => {
  it('pays the one whose number it texts to, with the card that is kept there', async () => {
    const { atAcme, atBolt } = await addOwingTwo();
    await atBolt.says('PAY', OTHER_NUMBER);
    expect(atBolt.lastText()).toMatch(/^Bolt: Pay \$12\.00 for bill .* with Mastercard \.\.4444\?/);
    await atBolt.says(`YES ${codeIn(atBolt.lastText())}`, OTHER_NUMBER);
    expect(atBolt.lastText()).toMatch(/^Bolt: Paid \$12\.00/);
    expect(await atAcme.sales()).toEqual([]);
    expect(await atBolt.sales()).toMatchObject([{ amount: '12.00' }]);
    await atAcme.says('BAL', OUR_NUMBER);
    expect(atAcme.lastText()).toMatch(/^Acme: You have \$84\.20 to pay on 1 bill/);
  });

  it('answers each biller’s question in its own thread: the code of one is nothing to the other', async () => {
    const { atAcme, atBolt } = await addOwingTwo();
    await atBolt.says('PAY', OTHER_NUMBER);
    const code = codeIn(atBolt.lastText());
    await atAcme.says(`YES ${code}`, OUR_NUMBER);
    expect(atAcme.lastText()).toMatch(/^Acme: We have no open question for you/);
    expect([...(await atAcme.sales()), ...(await atBolt.sales())]).toEqual([]);
  });

  it('stops the one that it says STOP to, and not the other', async () => {
    const { world, billerId } = stage;
    const { atAcme, atBolt } = await addOwingTwo();
    await atBolt.says('please stop texting me', OTHER_NUMBER);
    await atAcme.announce();
    await atBolt.announce();
    await world.pass(5_000);
    const from = (number: string) => atAcme.texts().filter((text) => text.from === number);
    expect(from(OTHER_NUMBER).map(({ text }) => text.slice(0, 27))).toEqual(['Bolt: You are opted out. We']);
    expect(from(OUR_NUMBER).at(-1)?.text).toMatch(/^Acme: Cindy, your bill of \$84\.20/);
    const em = world.ctx.em.fork();
    expect(await em.count(Consent, { billerId: bolt, purpose: 'service', state: 'revoked' })).toBe(1);
    expect(await em.count(Consent, { billerId, state: 'revoked' })).toBe(0);
  });
});

describe('a link of one biller’s', () => {
  it('shows nothing of the other’s payments', async () => {
    const { atAcme, atBolt } = await addOwingTwo();
    const { receipt } = await payTheirs(atBolt);
    const peek = await visitPage(`${await linkAtAcme(atAcme, 300)}/payments/${receipt.paymentId}`);
    expect(peek.page?.view.kind).toBe('bill');
    expect(peek.page?.biller.name).toBe('Acme');
  });

  it('is not paid by a payment of the other’s under the same id, even where the processor takes them for one', async () => {
    const { world } = stage;
    const { atAcme, atBolt } = await addOwingTwo();
    const { form } = await payTheirs(atBolt);
    // The same id, card and amount within moments: as alike as two payments can be made from outside.
    const answer = await sendForm(await linkAtAcme(atAcme, 1200), form);
    await world.pass(300_000, 20_000);
    viewOf(await visitPage(answer.location), 'settled');
    const all = await world.ctx.em.fork().find(Payment, { amountMinor: 1200, state: 'approved' });
    expect(new Set(all.map(({ vendorId }) => vendorId)).size).toBe(all.length);
    expect(await atAcme.sales()).toMatchObject([{ amount: '12.00', status: 'submitted_for_settlement' }]);
  });
});

async function payTheirs(atBolt: Person) {
  await atBolt.says('BAL', OTHER_NUMBER);
  const link = linkIn(atBolt.lastText());
  const { pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  const form = { paymentId: pay.paymentId, statedMinor: '1200', nonce: 'fake-valid-visa-nonce' };
  const { location } = await sendForm(link, form);
  return { form, receipt: viewOf(await visitPage(location), 'settled').receipt };
}

async function linkAtAcme(atAcme: Person, minor: number): Promise<string> {
  const { world, billerId } = stage;
  const invoiceId = await atAcme.issue(minor);
  return inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
}
