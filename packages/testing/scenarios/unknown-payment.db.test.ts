import { PayOffer } from '@kvitt/db/payment/pay-offer.entity';
import { money } from '@kvitt/domain/money/money';
import { PROCESSOR_TIMEOUT_MS, QUARANTINE_MS } from '@kvitt/domain/payment/timetable';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { startPayment } from '@kvitt/flows/payment/start-payment';
import { CHARGING, landLate, latestPayment } from '@kvitt/testing/land-late';
import { addPerson, type Person } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { describe, expect, it } from 'vitest';

const stage = useWorld();

const BELIEVED_AFTER_MS = PROCESSOR_TIMEOUT_MS + QUARANTINE_MS;

const CHECKING = /^Acme: We are checking whether your payment of \$84\.20 went through\./;
const DID_NOT_ARRIVE = /^Acme: Your payment of \$84\.20 did not go through\. Nothing was charged\./;
const PAID = /^Acme: Paid \$84\.20/;

/** Somebody who has said YES to 84.20 dollars, at a gateway that goes wrong as it is told to. */
async function payWith(fault: Parameters<typeof stage.world.braintree.faults.add>[0]): Promise<Person> {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.says('PAY');
  world.braintree.faults.add({ ...CHARGING, ...fault });
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  return cindy;
}

const words = (cindy: Person) => cindy.texts().map(({ text }) => text);
const countOf = (cindy: Person, pattern: RegExp) => words(cindy).filter((text) => pattern.test(text)).length;
const approved = async (cindy: Person) =>
  (await cindy.sales()).filter(({ status }) => status === 'submitted_for_settlement');

describe('a charge whose answer was lost after it landed', () => {
  it('is told as being checked, found by asking, and ends with one sale and one receipt', async () => {
    const cindy = await payWith({ kind: 'drop-after' });
    expect(cindy.lastText()).toMatch(CHECKING);
    await stage.world.pass(30_000, 5_000);
    expect(cindy.lastText()).toMatch(PAID);
    await stage.world.pass(BELIEVED_AFTER_MS, 10_000);
    expect(words(cindy)).toHaveLength(3);
    expect(await approved(cindy)).toHaveLength(1);
  });

  it('is not charged again by a PAY or a YES meanwhile', async () => {
    const { world } = stage;
    const cindy = await payWith({ kind: 'drop-after' });
    world.braintree.faults.add({ kind: 'status', status: 503, path: 'search', times: 50 });
    for (const text of ['PAY', 'PAY NOW', 'YES 73', 'YES']) {
      await cindy.says(text);
      expect(cindy.lastText()).toMatch(/^Acme: We are checking/);
    }
    world.braintree.faults.clear();
    await world.pass(120_000, 10_000);
    expect(countOf(cindy, PAID)).toBe(1);
    expect(await cindy.sales()).toHaveLength(1);
  });

  it('is not believed to be absent for as long as the gateway does not answer, for hours if it must', async () => {
    const { world } = stage;
    const cindy = await payWith({ kind: 'drop-after' });
    world.braintree.faults.add({ kind: 'status', status: 503, times: 10_000 });
    await world.pass(3 * 3_600_000, 600_000);
    expect(countOf(cindy, DID_NOT_ARRIVE)).toBe(0);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('unknown');
    world.braintree.faults.clear();
    await world.pass(2 * 3_600_000, 600_000);
    expect(countOf(cindy, PAID)).toBe(1);
  });
});

describe('a charge that never arrived', () => {
  it('is believed to be lost only after the quarantine, and PAY works again then', async () => {
    const { world } = stage;
    const cindy = await payWith({ kind: 'drop-before' });
    expect(cindy.lastText()).toMatch(CHECKING);
    await world.pass(BELIEVED_AFTER_MS - 10_000, 10_000);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('unknown');
    await world.pass(120_000, 10_000);
    expect(cindy.lastText()).toMatch(DID_NOT_ARRIVE);
    expect(await cindy.sales()).toEqual([]);

    await cindy.says('PAY');
    await cindy.says(`YES ${codeIn(cindy.lastText())}`);
    expect(cindy.lastText()).toMatch(PAID);
    expect(await approved(cindy)).toHaveLength(1);
  });

  it('but lands within the quarantine is found, receipted once, and charged once', async () => {
    const { world } = stage;
    const cindy = await payWith({ kind: 'drop-before' });
    await world.pass(60_000, 10_000);
    await landLate(world, await latestPayment(world, cindy.accountId));
    await world.pass(BELIEVED_AFTER_MS, 10_000);
    expect(countOf(cindy, PAID)).toBe(1);
    expect(countOf(cindy, DID_NOT_ARRIVE)).toBe(0);
    expect(await approved(cindy)).toHaveLength(1);
  });

  it.each([
    ['a 503', { kind: 'status', status: 503 }],
    ['a 500', { kind: 'status', status: 500 }],
    ['a 504', { kind: 'status', status: 504 }],
    ['a 502', { kind: 'status', status: 502 }],
    ['an answer that is not the gateway’s', { kind: 'status', status: 200, body: '<html>proxy</html>' }],
  ] as const)('is unknown, never declined, where all we got was %s', async (_, fault) => {
    const { world } = stage;
    const cindy = await payWith(fault);
    expect(cindy.lastText()).toMatch(CHECKING);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('unknown');
    await world.pass(200_000, 20_000);
    expect(cindy.lastText()).toMatch(DID_NOT_ARRIVE);
    expect(await cindy.sales()).toEqual([]);
  });
});

describe('a worker that dies between committing the intent and charging', () => {
  it('leaves a payment that is asked about, told of, and given up only after the quarantine', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await cindy.says('PAY');
    const paymentId = await startByHand(cindy);
    await cindy.says('PAY NOW');
    expect(cindy.lastText()).toMatch(CHECKING);
    await world.pass(60_000, 10_000);
    expect((await latestPayment(world, cindy.accountId)).state).toBe('unknown');
    await world.pass(BELIEVED_AFTER_MS, 10_000);
    expect(await latestPayment(world, cindy.accountId)).toMatchObject({ id: paymentId, state: 'declined' });
    expect(countOf(cindy, DID_NOT_ARRIVE)).toBe(1);
    expect(await cindy.sales()).toEqual([]);
  });

  it('or after charging and before noting it down, leaves a sale that is found and receipted', async () => {
    const { world, billerId } = stage;
    const cindy = await addPerson(world, billerId);
    await cindy.issue(8420);
    await cindy.says('PAY');
    await startByHand(cindy);
    await landLate(world, await latestPayment(world, cindy.accountId));
    await world.pass(60_000, 10_000);
    expect(cindy.lastText()).toMatch(PAID);
    expect(await approved(cindy)).toHaveLength(1);
  });
});

/** The first half of a payment: the intent is committed, and the process is gone before it asks the gateway. */
async function startByHand({ accountId }: Person): Promise<string> {
  const { world, billerId } = stage;
  const offers = await world.ctx.em
    .fork()
    .find(PayOffer, { billerId, state: 'open' }, { orderBy: { createdAt: 'desc' } });
  const [offer] = offers;
  if (!offer) throw new Error(`nothing was asked of ${accountId}`);
  const paymentId = world.ctx.ids.next();
  await inTransaction(world.ctx, (tx) =>
    startPayment(tx, {
      billerId,
      paymentId,
      parts: [{ invoiceId: offer.invoiceId, amountMinor: offer.amountMinor, isPartial: false }],
      agreed: money(offer.amountMinor, offer.currency),
      channel: 'text',
      methodId: offer.methodId,
      conversationId: offer.conversationId,
    }),
  );
  return paymentId;
}
