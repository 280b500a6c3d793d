import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { ReceiptLink } from '@kvitt/db/payment/receipt-link.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import { addPerson } from '@kvitt/testing/people';
import { openBrowser } from '@kvitt/testing/portal-browser';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();

async function addPaid() {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const em = world.ctx.em.fork();
  const account = await em.findOneOrFail(Account, { billerId, id: cindy.accountId });
  await em.nativeUpdate(Customer, { billerId, id: account.customerId }, { postalCode: '60614' });
  const invoiceId = await cindy.issue(8420);
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId }));
  const paid = await payOnLink(link, { nonce: 'fake-valid-visa-nonce' });
  return { cindy, link, receipt: viewOf(await visitPage(paid.location), 'settled').receipt };
}

it('the statement adds up on the page and as a PDF, with its receipts, for who has proved whose it is', async () => {
  const { cindy, link, receipt } = await addPaid();
  await stage.world.pass(1_000);
  await cindy.issue(1580);
  expect((await visitPage(`${link}/statement`)).location).toBe(`${link}/unlock?next=statement`);
  expect((await visitPage(`${link}/statement.pdf`)).location).toBe(`${link}/unlock?next=statement`);
  const browser = openBrowser(link);
  await browser.post('/unlock', { way: 'postal-code', given: '60614', next: 'statement' });
  const { statement } = viewOf(await browser.get('/statement'), 'statement');
  expect(statement.rows.map(({ amount }) => amount.minor)).toEqual([8420, -8420, 1580]);
  expect([statement.opening.minor, statement.closing.minor]).toEqual([0, 1580]);
  expect(statement.receipts).toMatchObject([{ reference: receipt.reference, amount: { minor: 8420 } }]);

  const before = viewOf(await browser.get('/statement?from=2020-01-01&to=2020-12-31'), 'statement').statement;
  expect([before.rows, before.receipts, before.closing.minor]).toEqual([[], [], 0]);
  const backwards = await browser.get('/statement?from=2026-12-31&to=2026-01-01');
  expect([backwards.status, viewOf(backwards, 'statement').statement.isProblem]).toEqual([422, true]);
  expect((await browser.get('/statement.pdf')).body.slice(0, 5)).toBe('%PDF-');
});

it('a receipt is shared by an address that shows it alone, and no more once it was taken back or is old', async () => {
  const { world } = stage;
  const { link, receipt } = await addPaid();
  const shared = await visitPage(`${link}/payments/${receipt.paymentId}/share`, { method: 'POST' });
  expect(shared.location).toMatch(/\/receipt\/\w{16}$/);
  const page = await visitPage(shared.location);
  expect(viewOf(page, 'shared-receipt').receipt).toMatchObject({
    reference: receipt.reference,
    amount: { minor: 8420 },
  });
  expect(page.body).not.toMatch(/Cindy|Rivera|\bA-\d/);
  expect(page.headers.get('x-robots-tag')).toContain('noindex');
  const token = shared.location.slice(-16);
  // It opens nothing else.
  expect((await visitPage(`${world.origin}/${token}`)).status).toBe(404);
  expect((await visitPage(`${shared.location}/pay`)).status).toBe(404);
  expect((await visitPage(`${world.origin}/receipt/${'1'.repeat(16)}`)).status).toBe(404);
  const over = { expiresAt: world.ctx.clock.now() };
  await world.ctx.em.fork().nativeUpdate(ReceiptLink, { paymentId: receipt.paymentId }, over);
  expect((await visitPage(shared.location)).status).toBe(404);
});

it('nobody shares a receipt that is not of the link that they have', async () => {
  const { receipt } = await addPaid();
  const { link } = await addPaid();
  const stolen = await visitPage(`${link}/payments/${receipt.paymentId}/share`, { method: 'POST' });
  expect(stolen.location).toBe(link);
});
