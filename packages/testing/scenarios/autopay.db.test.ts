import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Consent } from '@kvitt/db/consent/consent.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { money } from '@kvitt/domain/money/money';
import { chargeDue } from '@kvitt/flows/autopay/charge-due';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { moveAutopay } from '@kvitt/flows/autopay/move-autopay';
import { skipOnce } from '@kvitt/flows/autopay/skip-once';
import { holdInvoice } from '@kvitt/flows/invoice/hold-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { chargeInvoice } from '@kvitt/flows/payment/charge-invoice';
import { startPayment } from '@kvitt/flows/payment/start-payment';
import { addPerson, type Person, type Traits } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

async function enrolled(traits: Traits = {}, sweepsOpen = false): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, traits);
  await agree(person, sweepsOpen);
  // A bill that comes in the very instant of the agreement counts as open before it.
  await stage.world.pass(1_000);
  return person;
}

function agree({ accountId }: Person, sweepsOpen: boolean, autopayId = stage.world.ctx.ids.next()) {
  const { world, billerId } = stage;
  const order = { billerId, accountId, autopayId, sweepsOpen, channel: 'web', actor: 'customer' } as const;
  return inTransaction(world.ctx, (tx) => enroll(tx, order));
}

function move({ accountId }: Person, to: 'on' | 'paused' | 'off') {
  const { world, billerId } = stage;
  return inTransaction(world.ctx, (tx) => moveAutopay(tx, { billerId, accountId, to, by: 'customer' }));
}

/** The calendar day so many days from the world's now, `YYYY-MM-DD`. */
function ahead(days: number): string {
  return new Date(stage.world.ctx.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

async function charges({ accountId }: Person) {
  const { world, billerId } = stage;
  const em = world.ctx.em.fork();
  const all = await em.find(PlannedCharge, { billerId, accountId }, { orderBy: { dueOn: 'asc' } });
  return all.map(({ state, reason, tries }) => ({ state, reason, tries }));
}

const days = (count: number) => stage.world.pass(count * DAY_MS, 6 * HOUR_MS);
const said = (person: Person, words: RegExp) => person.texts().filter(({ text }) => words.test(text));

describe('autopay', () => {
  it('tells of the charge three days before, charges on the due date in the customer’s zone, and sends the receipt', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(5));
    await days(1);
    expect(said(cindy, /autopay takes \$/)).toEqual([]);
    await days(2);
    expect(said(cindy, /autopay takes/)).toMatchObject([
      {
        text: expect.stringMatching(
          /^Acme: Cindy, autopay takes \$84\.20 .*from Visa \.\.1881 on \w{3}, \w{3} \d+\. To pay now instead, reply PAY\./,
        ),
      },
    ]);
    await stage.world.pass(2 * DAY_MS - 2 * HOUR_MS, HOUR_MS);
    expect(await cindy.sales()).toEqual([]);
    await stage.world.pass(3 * HOUR_MS, HOUR_MS);
    expect(await cindy.sales()).toMatchObject([{ amount: '84.20', status: 'submitted_for_settlement' }]);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20 /);
    expect(await charges(cindy)).toEqual([{ state: 'charged', reason: null, tries: 1 }]);
  });

  it('is taken away by paying before, in the same moment, and the receipt says so', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(5));
    await days(3);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(
      /^Acme: Paid \$84\.20 .* Autopay on \w{3}, \w{3} \d+ will not charge this bill again\./,
    );
    expect(await charges(cindy)).toEqual([{ state: 'paid-before', reason: null, tries: 0 }]);
    await days(4);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('charges bills that were open before only where the customer asked for that', async () => {
    const { world, billerId } = stage;
    const [no, yes] = [await addPerson(world, billerId), await addPerson(world, billerId)];
    await no.issue(8420, ahead(4));
    await yes.issue(8420, ahead(-2));
    await agree(no, false);
    await agree(yes, true);
    await days(5);
    expect(await no.sales()).toEqual([]);
    expect(await yes.sales()).toHaveLength(1);
  });

  it('charges once however often the round runs, and at however many places', async () => {
    const cindy = await enrolled();
    const { world } = stage;
    await cindy.issue(8420, ahead(1));
    await world.settle();
    await world.clock.advance(2 * DAY_MS);
    await Promise.all([chargeDue(world.ctx), chargeDue(world.ctx), chargeDue(world.ctx)]);
    await world.settle();
    expect(await cindy.sales()).toHaveLength(1);
  });

  it.each(['autopay first', 'PAY first'])(
    'and a PAY of the same instant, by another process, come to one charge: %s',
    async (order) => {
      const { world, billerId } = stage;
      const cindy = await enrolled();
      const invoiceId = await cindy.issue(8420, ahead(1));
      await world.settle();
      await world.clock.advance(2 * DAY_MS);
      const paymentId = world.ctx.ids.next();
      const card = { billerId, accountId: cindy.accountId, isDefault: true };
      const { id: methodId } = await world.ctx.em.fork().findOneOrFail(PaymentMethod, card);
      const pay = async () => {
        const parts = [{ invoiceId, amountMinor: 8420, isPartial: false }];
        const agreed = money(8420, 'USD');
        const start = await inTransaction(world.ctx, (tx) =>
          startPayment(tx, { billerId, paymentId, parts, agreed, channel: 'text', methodId }),
        );
        if (start.kind === 'started') await chargeInvoice(world.ctx, { billerId, paymentId });
        return start.kind;
      };
      const both = [() => chargeDue(world.ctx), pay];
      const [one, other] = await Promise.all(
        (order === 'PAY first' ? both.reverse() : both).map((act) => act()),
      );
      await world.settle();
      expect(await cindy.sales()).toMatchObject([{ amount: '84.20' }]);
      const wasPaid = one === 'started' || other === 'started';
      expect(await charges(cindy)).toMatchObject([{ state: wasPaid ? 'paid-before' : 'charged' }]);
    },
  );

  it('leaves one bill alone that is to be skipped, and charges the next', async () => {
    const { world, billerId } = stage;
    const cindy = await enrolled();
    const first = await cindy.issue(8420, ahead(3));
    await cindy.issue(3000, ahead(4));
    await world.settle();
    const skip = () =>
      inTransaction(world.ctx, (tx) => skipOnce(tx, { billerId, accountId: cindy.accountId }));
    expect(await skip()).toMatchObject({ kind: 'skipped', invoiceId: first });
    await days(5);
    expect(await cindy.sales()).toMatchObject([{ amount: '30.00' }]);
    expect(await skip()).toEqual({ kind: 'refused', refusal: 'nothing-planned' });
  });

  it('ends with AUTOPAY OFF by text: what waits is not charged, and the answer says so', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(3));
    await days(1);
    await cindy.says('AUTOPAY OFF');
    expect(cindy.texts().at(-1)?.text).toMatch(/^Acme: Autopay is off/);
    expect(await charges(cindy)).toEqual([{ state: 'skipped', reason: 'AUTOPAY_OFF', tries: 0 }]);
    await days(3);
    expect(await cindy.sales()).toEqual([]);
  });

  it('charges nothing once it is off, nor while it is paused, and again under a new mandate', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(3));
    await days(1);
    expect(await move(cindy, 'off')).toEqual({ kind: 'moved' });
    expect(await move(cindy, 'off')).toEqual({ kind: 'refused', refusal: 'not-on' });
    expect(await charges(cindy)).toEqual([{ state: 'skipped', reason: 'AUTOPAY_OFF', tries: 0 }]);
    expect(await agree(cindy, true)).toMatchObject({ kind: 'enrolled' });
    await days(3);
    expect(await cindy.sales()).toHaveLength(1);
    await move(cindy, 'paused');
    await cindy.issue(3000, ahead(2));
    await days(3);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('does not charge what is disputed, nor what was given another due date before that', async () => {
    const { world, billerId } = stage;
    const cindy = await enrolled();
    const held = await cindy.issue(8420, ahead(2));
    const moved = await cindy.issue(3000, ahead(2));
    await world.settle();
    await inTransaction(world.ctx, (tx) =>
      holdInvoice(tx, { billerId, invoiceId: held, why: 'dispute', note: 'disputed', by: 'agent' }),
    );
    await world.ctx.em.fork().nativeUpdate(Invoice, { billerId, id: moved }, { dueOn: ahead(5) });
    await days(4);
    expect(await cindy.sales()).toEqual([]);
    await days(2);
    expect(await cindy.sales()).toMatchObject([{ amount: '30.00' }]);
  });

  it('goes on charging after STOP, and sends no text', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(4));
    await cindy.says('STOP');
    await days(5);
    expect(await cindy.sales()).toHaveLength(1);
    expect(said(cindy, /autopay|Paid/)).toEqual([]);
  });

  it('charges once where the answer is lost, and says so when it is known', async () => {
    const { world } = stage;
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(1));
    await days(1);
    world.braintree.faults.add({ method: 'POST', path: '/transactions$', kind: 'drop-after' });
    await world.pass(HOUR_MS, 60_000);
    world.braintree.faults.clear();
    await days(1);
    expect(await cindy.sales()).toHaveLength(1);
    expect(said(cindy, /Paid \$84\.20/)).toHaveLength(1);
  });

  it('records the words that were agreed to, and allows one mandate an account', async () => {
    const { world, billerId } = stage;
    const cindy = await enrolled();
    expect(await agree(cindy, true)).toEqual({ kind: 'refused', refusal: 'on-already' });
    const em = world.ctx.em.fork();
    const mandate = await em.findOneOrFail(Autopay, { billerId, accountId: cindy.accountId });
    expect(mandate).toMatchObject({ wordingKey: 'autopay@1', language: 'en', channel: 'web' });
    expect(mandate.wording).toMatch(/^I allow Acme to charge /);
    expect(await em.count(Consent, { billerId, purpose: 'autopay', state: 'express' })).toBeGreaterThan(0);
    const none = await addPerson(world, billerId, { card: null });
    expect(await agree(none, true)).toEqual({ kind: 'refused', refusal: 'no-card' });
  });

  it('charges the card that comes in the place of the one that was agreed on', async () => {
    const cindy = await enrolled();
    await cindy.issue(8420, ahead(1));
    await cindy.addCard('fake-valid-mastercard-nonce');
    await days(2);
    expect(said(cindy, /Paid \$84\.20 .* with Mastercard/)).toHaveLength(1);
  });
});
