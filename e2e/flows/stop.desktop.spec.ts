import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { countTexts } from '@kvitt/testing/beside/count-texts';
import { expect, test } from '../app/test.ts';
import { armFault, disarmFaults } from '../steps/carrier.ts';
import { openPhone } from '../steps/open-phone.ts';
import { takeShot } from '../steps/take-shot.ts';

test.afterEach(({ app }) => disarmFaults(app.handset));

test('STOP takes back every queued text and is confirmed once; START lets the next bill through', async ({
  page,
  app,
  beside,
}) => {
  const stopping = await addPayer(beside, { firstName: 'Ada' });
  // One phone that serves three more accounts, so that several texts wait for it at once.
  const more = [];
  for (const firstName of ['Bo', 'Cleo', 'Dag']) {
    more.push(await addPayer(beside, { firstName, phone: stopping.phone }));
  }
  await billPayers(beside, [stopping], { minor: 1500 });
  const phone = await openPhone(page, app, stopping.phone);
  await expect(phone.bubbles).toHaveCount(1);

  await expect.poll(() => countTexts(beside, { state: 'queued', phone: stopping.phone })).toBe(0);
  // The carrier asks for a pause: the texts go back into our queue for as long as it says.
  await armFault(app.handset, {
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '45' },
    method: 'POST',
    path: '/Message/',
    times: more.length,
  });
  await billPayers(beside, more, { minor: 2500 });
  const waiting = { state: 'queued' as const, reason: 'THROTTLED', phone: stopping.phone };
  await expect.poll(() => countTexts(beside, waiting)).toBe(more.length);

  await phone.tap('STOP');
  const confirmation = await phone.wait(/unsubscribed|opted out/);
  await expect
    .poll(() => countTexts(beside, { state: 'cancelled', phone: stopping.phone }))
    .toBe(more.length);
  expect(await countTexts(beside, { state: 'queued', phone: stopping.phone })).toBe(0);
  await expect(confirmation).toBeVisible();
  await takeShot(page, 'handset-desktop-light-stopped');

  await phone.say('START');
  await phone.wait(/subscribed again|You will get texts about your bills/);
  await billPayers(beside, [stopping], { minor: 1750 });
  await phone.wait(/2 bills|\$17\.50/);
  // The bill before, one confirmation of STOP, one of START, the bill after: and none of the three between.
  await expect(phone.bubbles.filter({ hasText: /unsubscribed|opted out\./ })).toHaveCount(1);
  await expect(phone.bubbles.filter({ hasText: '$25.00' })).toHaveCount(0);
});
