import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson } from '@kvitt/testing/people';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();

async function addLinked() {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId, { card: null });
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  return { cindy, link };
}

it('the pay step offers the wallets of the merchant account', async () => {
  const { link } = await addLinked();
  const { pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  expect(pay.fields.wallets).toEqual(['apple-pay', 'google-pay', 'paypal', 'venmo']);
});

it.each([
  ['fake-apple-pay-visa-nonce', 'Apple Pay Visa', '8886'],
  ['fake-android-pay-visa-nonce', 'Google Pay Visa', '1111'],
  ['fake-paypal-one-time-nonce', 'PayPal', 'pa***@example.com'],
  ['fake-venmo-account-nonce', 'Venmo', 've***'],
])('%s pays the bill once, and the receipt says %s %s', async (nonce, brand, last4) => {
  const { cindy, link } = await addLinked();
  const paid = await payOnLink(link, { nonce });
  const { receipt } = viewOf(await visitPage(paid.location), 'settled');
  expect(receipt).toMatchObject({ card: { brand, last4 }, remaining: { minor: 0 }, isCardKept: false });
  expect(await cindy.sales()).toHaveLength(1);
  const { world, billerId } = stage;
  const kept = { billerId, accountId: cindy.accountId };
  expect(await world.ctx.em.fork().count(PaymentMethod, kept)).toBe(0);
});

it('the text about it names the wallet without dots before a name', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  await cindy.issue(8420);
  await cindy.says('LINK');
  const link = /http\S+/.exec(cindy.lastText())?.[0] ?? '';
  await payOnLink(link, { nonce: 'fake-paypal-one-time-nonce' });
  await world.settle();
  expect(cindy.lastText()).toContain('with PayPal pa***@example.com');
});
