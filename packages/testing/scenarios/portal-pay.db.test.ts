import { Payment } from '@kvitt/db/payment/payment.entity';
import { postSettledOutside } from '@kvitt/domain/ledger/post-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { postEntry } from '@kvitt/flows/ledger/post-entry';
import { makeLink } from '@kvitt/flows/session/make-link';
import { CHARGING } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { countRows } from '@kvitt/testing/rows';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, sendForm, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

interface Bill {
  cindy: Person;
  invoiceId: string;
  link: string;
}

async function addBill(traits: Parameters<typeof addPerson>[2] = { card: null }): Promise<Bill> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId, traits);
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  return { cindy, invoiceId, link };
}

/** A form as the pay step gave it, with a good card. */
async function formOf(link: string): Promise<Record<string, string>> {
  const { bill, pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  return {
    paymentId: pay.paymentId,
    statedMinor: String(bill.amountDue.minor),
    nonce: 'fake-valid-visa-nonce',
  };
}

const approved = async ({ cindy }: Bill) =>
  (await cindy.sales()).filter(({ status }) => status === 'submitted_for_settlement');

describe('paying on the page', () => {
  it('leads to the receipt, which is texted as well', async () => {
    const bill = await addBill();
    const paid = await payOnLink(bill.link, { nonce: 'fake-valid-visa-nonce' });
    expect(paid.status).toBe(303);
    const { receipt } = viewOf(await visitPage(paid.location), 'settled');
    expect(receipt).toMatchObject({
      amount: { minor: 8420, currency: 'USD' },
      card: { brand: 'Visa', last4: '1881' },
      remaining: { minor: 0 },
      isCardKept: false,
    });
    await stage.world.pass(2_000);
    expect(bill.cindy.lastText()).toContain(`ref ${receipt.reference}`);
    expect(await approved(bill)).toMatchObject([{ amount: '84.20', orderId: receipt.paymentId }]);
  });

  it('keeps the card only where that was asked for: the next PAY then charges it', async () => {
    const kept = await addBill();
    await payOnLink(kept.link, { nonce: 'fake-valid-mastercard-nonce', keepCard: 'on' });
    await kept.cindy.issue(500);
    await kept.cindy.says('PAY');
    expect(kept.cindy.lastText()).toMatch(/Pay \$5\.00 for bill .* with Mastercard \.\.4444\?/);
    await kept.cindy.says(`YES ${codeIn(kept.cindy.lastText())}`);
    expect((await approved(kept)).map(({ amount }) => amount)).toEqual(['84.20', '5.00']);

    const notKept = await addBill();
    await payOnLink(notKept.link, { nonce: 'fake-valid-mastercard-nonce' });
    await notKept.cindy.issue(500);
    await notKept.cindy.says('PAY');
    expect(notKept.cindy.lastText()).toMatch(/No card is saved/);
  });

  it('with a card that is declined leads back to the card fields, which say so', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId, { card: null });
    // The gateway's test amount for a card without enough money.
    const invoiceId = await cindy.issue(2001_00);
    const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
    const tried = await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
    const sent = await visitPage(tried.location);
    expect(sent.status).toBe(303);
    expect(sent.location).toContain('/pay?declined=');
    const { pay, bill } = viewOf(await visitPage(sent.location), 'pay');
    expect(pay.problem).toEqual({ kind: 'declined', decline: 'insufficient-funds' });
    expect(bill.amountDue.minor).toBe(2001_00);
    await world.pass(2_000);
    expect(cindy.texts()).toEqual([]);
  });

  it('with a nonce that is used up charges nothing, and the next card pays', async () => {
    const bill = await addBill();
    await payOnLink(bill.link, { nonce: 'fake-consumed-nonce' });
    expect(await approved(bill)).toEqual([]);
    await payOnLink(bill.link, { nonce: 'fake-valid-visa-nonce' });
    expect(await approved(bill)).toHaveLength(1);
  });

  it('whose answer was lost shows that we are checking, offers no second try, and ends paid', async () => {
    const { world } = stage;
    const bill = await addBill();
    const form = await formOf(bill.link);
    world.braintree.faults.add({ kind: 'drop-after', ...CHARGING });
    const tried = await sendForm(bill.link, form);
    for (const url of [tried.location, bill.link, `${bill.link}/pay`]) {
      expect(tried.location).toContain(viewOf(await visitPage(url), 'checking').paymentId);
    }
    await sendForm(bill.link, { ...form, paymentId: crypto.randomUUID() });
    await world.pass(30_000, 5_000);
    viewOf(await visitPage(tried.location), 'settled');
    expect(await approved(bill)).toHaveLength(1);
  });
});

describe('one payment', () => {
  it('is what a form that is sent twice comes to, one after the other or at once', async () => {
    const bill = await addBill();
    const form = await formOf(bill.link);
    const answers = await Promise.all([sendForm(bill.link, form), sendForm(bill.link, form)]);
    const again = await sendForm(bill.link, form);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set([...answers, again].map(({ location }) => location)).size).toBe(1);
    viewOf(await visitPage(again.location), 'settled');
    expect(await approved(bill)).toHaveLength(1);
  });

  it('is what two tabs that pay in the same instant come to', async () => {
    const bill = await addBill();
    const forms = await Promise.all([formOf(bill.link), formOf(bill.link)]);
    expect(forms[0]?.paymentId).not.toBe(forms[1]?.paymentId);
    await Promise.all(forms.map((form) => sendForm(bill.link, form)));
    expect(await approved(bill)).toHaveLength(1);
    viewOf(await visitPage(bill.link), 'nothing-due');
  });

  it('is what the page and a YES in the same instant come to', async () => {
    const { world } = stage;
    const bill = await addBill({});
    await bill.cindy.says('PAY');
    const form = await formOf(bill.link);
    await world.plivo.receive({
      from: bill.cindy.phone,
      to: '14150000001',
      text: `YES ${codeIn(bill.cindy.lastText())}`,
    });
    await Promise.all([sendForm(bill.link, form), world.pass(1_000)]);
    await world.pass(5_000);
    expect(await approved(bill)).toHaveLength(1);
  });
});

describe('a form that the page did not make', () => {
  it.each(['0', '-8420', '84.20', '1e309', '9'.repeat(40), '٨٤٢٠', '0x20E4', '', 'NaN', ' 8420'])(
    'with an amount that is none is answered with 422 and changes nothing: %j',
    async (statedMinor) => {
      const { world } = stage;
      const bill = await addBill();
      const form = await formOf(bill.link);
      const before = await countRows(world);
      const { status, page } = await sendForm(bill.link, { ...form, statedMinor });
      expect(status).toBe(422);
      expect(page?.view).toMatchObject({ kind: 'pay', pay: { problem: { kind: 'not-ready' } } });
      expect(await countRows(world)).toEqual(before);
      expect(await bill.cindy.sales()).toEqual([]);
    },
  );

  it.each(['1', '8419', '8421', '999999999999'])(
    'with another amount than is due is answered with 409 and charges nothing: %s',
    async (statedMinor) => {
      const { world } = stage;
      const bill = await addBill();
      const form = await formOf(bill.link);
      const { payment, posting, message } = await countRows(world);
      const { status, page } = await sendForm(bill.link, { ...form, statedMinor });
      expect(status).toBe(409);
      expect(page?.view).toMatchObject({ kind: 'pay', pay: { problem: { kind: 'amount-changed' } } });
      expect(await countRows(world)).toMatchObject({ payment, posting, message });
      expect(await bill.cindy.sales()).toEqual([]);
    },
  );

  it('whose bill was paid in part meanwhile is answered with 409 and the new amount', async () => {
    const { world, billerId } = stage;
    const bill = await addBill();
    const form = await formOf(bill.link);
    await inTransaction(world.ctx, (tx) =>
      postEntry(tx, billerId, postSettledOutside({ id: bill.invoiceId, totalMinor: 5000, currency: 'USD' })),
    );
    const answer = await sendForm(bill.link, form);
    expect(answer.status).toBe(409);
    expect(viewOf(answer, 'pay').bill.amountDue.minor).toBe(3420);
    expect(await bill.cindy.sales()).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['no payment id', { paymentId: '' }],
    ['a payment id that is none', { paymentId: "'; drop table payment" }],
    ['no card', { nonce: '' }],
    ['an endless card', { nonce: 'n'.repeat(501) }],
    ['another word for keeping the card', { keepCard: 'true' }],
  ])('with %s is answered with 422 and changes nothing', async (_, changed) => {
    const { world } = stage;
    const bill = await addBill();
    const form = await formOf(bill.link);
    const before = await countRows(world);
    expect((await sendForm(bill.link, { ...form, ...changed })).status).toBe(422);
    expect(await countRows(world)).toEqual(before);
  });

  it('with the id of another bill’s payment is a try of its own, and shows and changes nothing of the other', async () => {
    const { world } = stage;
    const mine = await addBill();
    const other = await addBill();
    const theirForm = await formOf(other.link);
    const theirs = await sendForm(other.link, theirForm);
    const { receipt } = viewOf(await visitPage(theirs.location), 'settled');
    for (const paymentId of [receipt.paymentId, theirForm.paymentId ?? '']) {
      const peek = await visitPage(`${mine.link}/payments/${paymentId}`);
      expect(peek.page?.view.kind).toBe('bill');
      expect(peek.body).not.toContain(receipt.reference);
    }
    const before = await world.ctx.em.fork().findOneOrFail(Payment, { id: receipt.paymentId });
    const answer = await sendForm(mine.link, { ...(await formOf(mine.link)), paymentId: receipt.paymentId });
    expect(viewOf(await visitPage(answer.location), 'settled').receipt.paymentId).not.toBe(receipt.paymentId);
    expect(await world.ctx.em.fork().findOneOrFail(Payment, { id: receipt.paymentId })).toEqual(before);
    const orders = world.braintree.transactions({ orderId: receipt.paymentId });
    expect(orders).toHaveLength(1);
  });

  it('is slowed down after ten tries in a minute', async () => {
    const bill = await addBill();
    const form = { ...(await formOf(bill.link)), nonce: '' };
    const statuses = [];
    for (let n = 0; n < 12; n++) statuses.push((await sendForm(bill.link, form)).status);
    expect(statuses).toEqual([...Array(10).fill(422), 429, 429]);
  });
});
