import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { addPerson } from '@kvitt/testing/people';
import { codeIn } from '@kvitt/testing/read-words';
import { useWorld } from '@kvitt/testing/use-world';
import { payOnLink, viewOf, visitPage } from '@kvitt/testing/visit-page';
import { expect, it } from 'vitest';

const stage = useWorld();

/** The gateway's amount for a bank that wants its customer to confirm. */
const ASKS = 209_900;
const CONFIRMED = 'fake-three-d-secure-two-visa-successful-step-up-authentication-nonce';

it('a bank that wants a confirmation is answered on the page that the text leads to, and charged once', async () => {
  const { world, billerId } = stage;
  const cindy = await addPerson(world, billerId);
  const invoiceId = await cindy.issue(ASKS);
  await cindy.says('PAY');
  await cindy.says(`YES ${codeIn(cindy.lastText())}`);
  expect(cindy.lastText()).toMatch(/bank of Visa \.\.1881 wants you to confirm it\. .*here: http/);
  const link = /http\S+/.exec(cindy.lastText())?.[0] ?? '';

  const { pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  expect(pay.fields.mustAuthenticate).toBe(true);
  // One that only says that it was confirmed is found out by the gateway, and nothing is charged.
  const pretended = await payOnLink(link, { nonce: 'fake-valid-visa-nonce', authenticated: 'on' });
  const { location } = await visitPage(pretended.location);
  expect(viewOf(await visitPage(location), 'pay').pay.problem).toMatchObject({
    kind: 'declined',
    decline: 'needs-authentication',
  });
  const paid = await payOnLink(link, { nonce: CONFIRMED, authenticated: 'on' });
  expect(viewOf(await visitPage(paid.location), 'settled').receipt.amount.minor).toBe(ASKS);
  expect(await loadReceivable(world.ctx.em.fork(), billerId, invoiceId)).toBe(0);
  const taken = (await cindy.sales()).filter(({ status }) => status === 'submitted_for_settlement');
  expect(taken).toHaveLength(1);
});

it('a page whose bill was not asked about asks for no confirmation', async () => {
  const cindy = await addPerson(stage.world, stage.billerId);
  await cindy.issue(8420);
  await cindy.says('LINK');
  const link = /http\S+/.exec(cindy.lastText())?.[0] ?? '';
  const { pay } = viewOf(await visitPage(`${link}/pay`), 'pay');
  expect(pay.fields).not.toHaveProperty('mustAuthenticate');
});
