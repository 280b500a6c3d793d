import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { BankMandate } from '@kvitt/db/method/bank-mandate.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { type PageVisit, viewOf } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();

async function openAccount() {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const em = world.ctx.em.fork();
  const account = await em.findOneOrFail(Account, { billerId, id: cindy.accountId });
  await em.nativeUpdate(Customer, { billerId, id: account.customerId }, { postalCode: '60614' });
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const browser = openBrowser(link);
  expect((await browser.get('/methods/new')).location).toBe(`${link}/unlock?next=methods/new`);
  const unlocked = await browser.post('/unlock', {
    way: 'postal-code',
    given: '60614',
    next: 'methods/new',
  });
  expect(unlocked.location).toBe(`${link}/methods/new`);
  return { cindy, browser };
}

const stepOf = (visit: PageVisit) => viewOf(visit, 'new-method').step;
const shown = async (browser: ReturnType<typeof openBrowser>) =>
  viewOf(await browser.get('/methods'), 'methods').methods.methods.map(({ brand, isDefault }) =>
    isDefault ? `${brand}*` : brand,
  );

it('a card is added without paying, once for a form sent twice, and is the one that is charged', async () => {
  const { cindy, browser } = await openAccount();
  const { tryId } = stepOf(await browser.get('/methods/new'));
  const form = { kind: 'card', tryId, nonce: 'fake-valid-mastercard-nonce' };
  expect((await browser.post('/methods/new', form)).location).toContain('/methods?done=method-added');
  await browser.post('/methods/new', form);
  expect(await shown(browser)).toEqual(['Mastercard*', 'Visa']);
  expect(await cindy.sales()).toEqual([]);

  const declined = await browser.post('/methods/new', {
    ...form,
    tryId: stepOf(await browser.get('/methods/new')).tryId,
    nonce: 'fake-processor-declined-visa-nonce',
  });
  expect([declined.status, stepOf(declined).problem]).toEqual([422, 'declined']);
  expect(await shown(browser)).toHaveLength(2);
});

it('a bank account is added under the words that were shown and ticked, and else not', async () => {
  const { world, billerId } = stage;
  const { cindy, browser } = await openAccount();
  const { tryId, wordingKey = '', words } = stepOf(await browser.get('/methods/new?kind=bank'));
  const form = { kind: 'bank', tryId, wordingKey, nonce: 'fake-us-bank-account-nonce' };
  expect(stepOf(await browser.post('/methods/new', form)).problem).toBe('not-agreed');
  const old = { ...form, agree: 'on', wordingKey: 'bank-debit@0' };
  expect(stepOf(await browser.post('/methods/new', old)).problem).toBe('other-words');
  expect(await shown(browser)).toEqual(['Visa*']);

  await browser.post('/methods/new', { ...form, agree: 'on' });
  expect(await shown(browser)).toHaveLength(2);
  const mandate = await world.ctx.em.fork().findOneOrFail(BankMandate, {
    billerId,
    accountId: cindy.accountId,
  });
  expect(mandate).toMatchObject({ wordingKey, wording: words, channel: 'web', actor: 'customer' });
});
