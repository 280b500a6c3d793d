import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { CHARGING, landLate, latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { postNotice } from '@kvitt/testing/post-notice';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const LATE_LOOK_MS = 660_000;
const HOUR_MS = 3_600_000;

/** Somebody whose YES got lost on the way, and who was told, after the quarantine, that it did not arrive. */
async function addToldLost(): Promise<Person> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.says('PAY');
  world.braintree.faults.add({ kind: 'drop-before', ...CHARGING });
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  await world.pass(200_000, 20_000);
  expect(cindy.lastText()).toMatch(/did not go through\. Nothing was charged\./);
  return cindy;
}

const statusesOf = async (cindy: Person) => (await cindy.sales()).map(({ status }) => status).sort();
const receipts = (cindy: Person) => cindy.texts().filter(({ text }) => text.startsWith('Acme: Paid'));

/** What the account's latest payment has come to, and what is still to be paid. */
async function standing(cindy: Person): Promise<{ state: string; balance: string }> {
  const { state } = await latestPayment(stage.world, cindy.accountId);
  await cindy.says('BAL');
  return { state, balance: cindy.lastText() };
}

describe('a charge that lands after we have said that it did not arrive', () => {
  it('is taken back: nobody has paid, nobody gets a receipt, and the bill is still open', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    await world.pass(LATE_LOOK_MS, 30_000);
    expect(await statusesOf(cindy)).toEqual(['voided']);
    expect(receipts(cindy)).toEqual([]);
    expect(await standing(cindy)).toMatchObject({
      state: 'voided',
      balance: expect.stringMatching(/You have \$84\.20 to pay/),
    });
  });

  it('is taken back where the customer has paid again meanwhile: they have paid once', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    const lost = await latestPayment(world, cindy.accountId);
    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    await landLate(world, lost);
    await world.pass(LATE_LOOK_MS, 30_000);
    expect(await statusesOf(cindy)).toEqual(['submitted_for_settlement', 'voided']);
    expect(receipts(cindy)).toHaveLength(1);
    expect((await standing(cindy)).balance).toMatch(/You have nothing to pay now/);
  });

  it('leaves an open question as it is: its YES pays', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    const lost = await latestPayment(world, cindy.accountId);
    await landLate(world, lost);
    await cindy.says('PAY');
    const code = codeIn(cindy.lastText());
    const [sale] = await cindy.sales();
    await postNotice(world, { saleId: sale?.id ?? '' });
    await world.settle();
    expect(await statusesOf(cindy)).toEqual(['voided']);
    await cindy.says(`YES ${code}`);
    expect(await statusesOf(cindy)).toEqual(['submitted_for_settlement', 'voided']);
  });

  it('is taken back at once where the gateway’s notice tells of it', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    const [sale] = await cindy.sales();
    await postNotice(world, { saleId: sale?.id ?? '' });
    await world.settle();
    expect(await statusesOf(cindy)).toEqual(['voided']);
  });

  it('is found and taken back however long the gateway has not answered meanwhile', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    const search = { method: 'POST', path: '/advanced_search_ids$' };
    world.braintree.faults.add({ kind: 'status', status: 503, times: 10_000, ...search });
    await world.pass(40 * HOUR_MS, 4 * HOUR_MS);
    world.braintree.faults.clear();
    await landLate(world, await latestPayment(world, cindy.accountId));
    await world.pass(120_000, 60_000);
    expect(await statusesOf(cindy)).toEqual(['voided']);
  });

  it('is given back by a refund where it has settled already', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    world.braintree.settleAll();
    await world.pass(LATE_LOOK_MS, 30_000);
    const [sale] = await cindy.sales();
    expect(world.braintree.transactions({ refundedTransactionId: sale?.id ?? '' })).toMatchObject([
      { type: 'credit', amount: '84.20' },
    ]);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('voided');
  });
});

describe('taking a late charge back', () => {
  it.each([
    ['the gateway is out of order', { kind: 'status', status: 503 }],
    ['the answer is lost after it was voided', { kind: 'drop-after' }],
    ['the request is lost', { kind: 'drop-before' }],
  ] as const)('is tried again until it is done where %s', async (_, fault) => {
    const { world } = stage;
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    world.braintree.faults.add({ ...fault, method: 'PUT', path: '/void$' });
    const [sale] = await cindy.sales();
    await postNotice(world, { saleId: sale?.id ?? '' });
    await world.pass(120_000, 10_000);
    expect(await statusesOf(cindy)).toEqual(['voided']);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('voided');
  });

  it('refunds once where the answer to the refund was lost', async () => {
    const { world } = stage;
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    world.braintree.settleAll();
    world.braintree.faults.add({ kind: 'drop-after', method: 'POST', path: '/refund$' });
    const [sale] = await cindy.sales();
    await postNotice(world, { saleId: sale?.id ?? '' });
    await world.pass(120_000, 10_000);
    const refunds = world.braintree.transactions({ refundedTransactionId: sale?.id ?? '' });
    expect(refunds.map(({ amount }) => amount)).toEqual(['84.20']);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('voided');
  });

  it.each([
    ['waits while its bank disputes it, and is given back once where that is won', 'won', ['84.20']],
    ['is left to the bank that disputes it, where that has kept the money', 'lost', []],
  ] as const)('%s', async (_, decision, givenBack) => {
    const { world } = stage;
    const askBank = (path: string, method: string, body: object) =>
      fetch(`${world.braintree.origin}/sandbox${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const cindy = await addToldLost();
    await landLate(world, await latestPayment(world, cindy.accountId));
    world.braintree.settleAll();
    const outOfOrder = { kind: 'status', status: 503, times: 10_000 } as const;
    for (const path of ['/void$', '/refund$']) world.braintree.faults.add({ ...outOfOrder, path });
    await world.pass(LATE_LOOK_MS, 30_000);
    const [sale] = await cindy.sales();
    await askBank('/disputes', 'POST', { transactionId: sale?.id });
    await world.pass(10_000, 5_000);
    const { id: paymentId } = await latestPayment(world, cindy.accountId);
    const dispute = await world.ctx.em.fork().findOneOrFail(Dispute, { paymentId });
    const refunds = () =>
      world.braintree.transactions({ refundedTransactionId: sale?.id ?? '' }).map(({ amount }) => amount);
    world.braintree.faults.clear();
    await world.pass(13 * HOUR_MS, HOUR_MS);
    expect(refunds()).toEqual([]);
    await askBank(`/disputes/${dispute.vendorId}`, 'PUT', { status: decision });
    await world.pass(7 * HOUR_MS, HOUR_MS);
    expect(refunds()).toEqual(givenBack);
    const { state, askAt } = await latestPayment(world, cindy.accountId);
    expect([state, askAt]).toEqual([decision === 'won' ? 'voided' : 'approved', null]);
    expect((await standing(cindy)).balance).toMatch(/You have \$84\.20 to pay/);
  });
});
