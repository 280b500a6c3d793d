import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { BankMandate } from '@kvitt/db/method/bank-mandate.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { WorkItem } from '@kvitt/db/work/work-item.entity';
import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { localDate } from '@kvitt/domain/time/local-date';
import { enroll } from '@kvitt/flows/autopay/enroll';
import { adjustInvoice } from '@kvitt/flows/invoice/adjust-invoice';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { addMethod } from '@kvitt/flows/method/add-method';
import { latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();
const DAY_MS = 86_400_000;

const keyOf = ({ accountId }: Person) => ({ billerId: stage.billerId, accountId });
const days = (count: number) => stage.world.pass(count * DAY_MS, DAY_MS);
const said = (person: Person, words: RegExp) => person.texts().filter(({ text }) => words.test(text));
const ahead = (count: number) =>
  new Date(stage.world.ctx.clock.now().getTime() + count * DAY_MS).toISOString().slice(0, 10);
const dueOn = (invoiceId: string) => loadReceivable(stage.world.ctx.em.fork(), stage.billerId, invoiceId);

async function addBank(person: Person, wordingKey = 'bank-debit@1', nonce = 'fake-us-bank-account-nonce') {
  const { ctx } = stage.world;
  return addMethod(ctx, {
    ...keyOf(person),
    tryId: ctx.ids.next(),
    nonce,
    takesOver: true,
    mandate: { wordingKey, channel: 'web', actor: 'customer', evidence: { page: 'methods' } },
  });
}

async function payer(): Promise<Person> {
  const person = await addPerson(stage.world, stage.billerId, { card: null });
  expect(await addBank(person)).toMatchObject({ kind: 'kept' });
  return person;
}

async function pay(person: Person): Promise<Payment> {
  await person.says('PAY');
  await person.says(`YES ${codeIn(person.lastText())}`);
  return latestPayment(stage.world, person.accountId);
}

/** The bank sends the payment back, and the gateway tells of it. */
async function sendBack({ vendorId }: Payment, code: string): Promise<void> {
  const { braintree } = stage.world;
  const answer = await fetch(`${braintree.origin}/sandbox/returns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId: vendorId, code }),
  });
  expect(answer.status).toBe(200);
  await stage.world.settle();
}

const methodOf = (person: Person) =>
  stage.world.ctx.em.fork().findOneOrFail(PaymentMethod, { ...keyOf(person), kind: 'bank' });
const mandateOf = (person: Person) => stage.world.ctx.em.fork().findOneOrFail(BankMandate, keyOf(person));
const again = (payment: Payment) =>
  stage.world.ctx.em.fork().findOneOrFail(Payment, { billerId: stage.billerId, id: payment.id });

async function enrol(person: Person): Promise<void> {
  const { ctx } = stage.world;
  await inTransaction(ctx, (tx) =>
    enroll(tx, {
      ...keyOf(person),
      autopayId: tx.ids.next(),
      sweepsOpen: false,
      channel: 'web',
      actor: 'customer',
    }),
  );
  await stage.world.pass(1_000);
}

const charges = async (person: Person) =>
  (await stage.world.ctx.em.fork().find(PlannedCharge, keyOf(person), { orderBy: { dueOn: 'asc' } })).map(
    ({ state, reason, tries }) => ({ state, reason, tries }),
  );

describe('a bank account', () => {
  it('is kept with the words that were agreed to, and not under others', async () => {
    const cindy = await payer();
    expect(await methodOf(cindy)).toMatchObject({
      brand: 'Jpmorgan Chase',
      last4: '1234',
      isDefault: true,
      expMonth: null,
    });
    expect(await mandateOf(cindy)).toMatchObject({
      wordingKey: 'bank-debit@1',
      wording: expect.stringMatching(/^I allow Acme to take from this bank account/),
      endedAt: null,
    });
    expect(await addBank(cindy, 'bank-debit@0')).toEqual({ kind: 'refused', refusal: 'other-words' });
    const asCard = {
      tryId: stage.world.ctx.ids.next(),
      nonce: 'fake-us-bank-account-nonce',
      takesOver: true,
    };
    expect(await addMethod(stage.world.ctx, { ...keyOf(cindy), ...asCard })).toMatchObject({
      refusal: 'declined',
    });
  });

  it('pays by text: the bill counts as paid at once, and the bank settles days later', async () => {
    const cindy = await payer();
    const invoiceId = await cindy.issue(8420);
    const payment = await pay(cindy);
    expect(cindy.lastText()).toMatch(/^Acme: Paid \$84\.20 .*Jpmorgan Chase \.\.1234/);
    expect(payment).toMatchObject({ state: 'approved', clearsBy: ahead(7), settledAt: null });
    expect(await dueOn(invoiceId)).toBe(0);
    await days(4);
    expect((await again(payment)).settledAt).not.toBeNull();
  });

  it('that finds no money opens the bill again and says so, and is not tried again by itself', async () => {
    const cindy = await payer();
    const invoiceId = await cindy.issue(8420);
    const payment = await pay(cindy);
    await days(1);
    await sendBack(payment, 'R01');
    expect(await again(payment)).toMatchObject({ state: 'voided', returnCode: 'R01' });
    expect(await dueOn(invoiceId)).toBe(8420);
    expect(cindy.lastText()).toMatch(/bank returned the payment of \$84\.20.*open again/);
    expect(cindy.lastText()).not.toMatch(/try again/);
    await days(3);
    expect(await cindy.sales()).toHaveLength(1);
    expect((await methodOf(cindy)).closedAt).toBeNull();
  });

  it.each([
    ['R02', false],
    ['R10', true],
    ['R29', true],
  ])('that comes back as %s is never debited again', async (code, endsAutopay) => {
    const cindy = await payer();
    await cindy.issue(8420);
    const payment = await pay(cindy);
    await enrol(cindy);
    await sendBack(payment, code);
    expect((await methodOf(cindy)).closedWhy).toMatch(code);
    expect(await mandateOf(cindy)).toMatchObject({ endedBy: 'bank', endCode: expect.stringMatching(code) });
    const live = { ...keyOf(cindy), state: 'off' as const };
    expect((await stage.world.ctx.em.fork().findOne(Autopay, live)) !== null).toBe(endsAutopay);
    await cindy.says('PAY');
    expect(cindy.lastText()).not.toMatch(/YES \d\d/);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('that comes back for a mistake of ours is for a person', async () => {
    const cindy = await payer();
    await cindy.issue(8420);
    const payment = await pay(cindy);
    await sendBack(payment, 'R24');
    const work = { billerId: stage.billerId, kind: 'returned-debit' as const, subject: payment.id };
    expect(await stage.world.ctx.em.fork().findOneOrFail(WorkItem, work)).toMatchObject({
      about: 'R24: duplicate entry',
    });
    expect((await methodOf(cindy)).closedAt).toBeNull();
  });
});

describe('autopay from a bank account', () => {
  it('tells of an amount ten days before, charges the same one again with the usual notice', async () => {
    const cindy = await payer();
    await enrol(cindy);
    await cindy.issue(8420, ahead(5));
    await days(1);
    expect(said(cindy, /autopay takes \$84\.20/)).toHaveLength(1);
    await days(8);
    expect(await cindy.sales()).toEqual([]);
    await days(4);
    expect(await cindy.sales()).toHaveLength(1);
    await cindy.issue(8420, ahead(4));
    await days(5);
    expect(said(cindy, /autopay takes \$84\.20/)).toHaveLength(2);
    expect(await cindy.sales()).toHaveLength(2);
  });

  it('names the customer’s own day where an amount that has changed is told anew', async () => {
    const { world, billerId } = stage;
    const cindy = await payer();
    const account = await world.ctx.em.fork().findOneOrFail(Account, { billerId, id: cindy.accountId });
    // At ten in the morning there it is the evening before in Greenwich.
    const timeZone = 'Pacific/Auckland';
    await world.ctx.em.fork().nativeUpdate(Customer, { billerId, id: account.customerId }, { timeZone });
    await enrol(cindy);
    const invoiceId = await cindy.issue(8420, ahead(12));
    await world.pass(3 * DAY_MS, DAY_MS / 4);
    const creditNote = { kind: 'credit-note', amountMinor: 1000, reason: 'goodwill', by: 'agent' } as const;
    await inTransaction(world.ctx, (tx) =>
      adjustInvoice(tx, { billerId, invoiceId, adjustmentId: tx.ids.next(), ...creditNote }),
    );
    await world.pass(11 * DAY_MS, DAY_MS / 4);
    const planned = await world.ctx.em.fork().findOneOrFail(PlannedCharge, keyOf(cindy));
    const day = localDate(planned.chargeAt, timeZone);
    expect(said(cindy, /autopay takes \$74\.20/)[0]?.text).toContain(formatDueDate(day, 'en'));
    expect(planned.chargeOn).toBe(day);
  });

  it('charges nothing that could not be told', async () => {
    const cindy = await payer();
    await enrol(cindy);
    await cindy.says('STOP');
    await cindy.issue(8420, ahead(5));
    await days(12);
    expect(await cindy.sales()).toEqual([]);
    expect(await charges(cindy)).toEqual([{ state: 'skipped', reason: 'NO_NOTICE', tries: 0 }]);
  });

  it('tries again on the next payday what found no money', async () => {
    const cindy = await payer();
    await enrol(cindy);
    await cindy.issue(8420, ahead(5));
    await days(13);
    await sendBack(await latestPayment(stage.world, cindy.accountId), 'R01');
    expect(cindy.lastText()).toMatch(/open again\. We try again on/);
    expect(await charges(cindy)).toEqual([{ state: 'queued', reason: null, tries: 1 }]);
    await days(16);
    expect(await charges(cindy)).toEqual([{ state: 'charged', reason: null, tries: 2 }]);
    expect(await cindy.sales()).toHaveLength(2);
  });

  it('names no day for another try where autopay was switched off before the money came back', async () => {
    const cindy = await payer();
    await enrol(cindy);
    await cindy.issue(8420, ahead(5));
    await days(13);
    await cindy.says('AUTOPAY OFF');
    await sendBack(await latestPayment(stage.world, cindy.accountId), 'R01');
    expect(cindy.lastText()).toMatch(/open again/);
    expect(cindy.lastText()).not.toMatch(/try again on/);
    expect(await charges(cindy)).toEqual([{ state: 'skipped', reason: 'AUTOPAY_OFF', tries: 1 }]);
  });
});
