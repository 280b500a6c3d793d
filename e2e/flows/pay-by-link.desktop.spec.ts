import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { findAccount } from '@kvitt/testing/beside/find-account';
import { expect, test } from '../app/test.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { openLink } from '../steps/open-link.ts';
import { openPhone } from '../steps/open-phone.ts';
import { takeShot } from '../steps/take-shot.ts';

const GRACE = '+13125550103';

test('a customer without a card taps the link, pays on the page beside the phone, keeps the card, and pays the next bill by text', async ({
  page,
  app,
  beside,
}) => {
  const phone = await openPhone(page, app, GRACE);
  const portal = await openLink(phone, 'your bill of $129.95 is due');
  await takeShot(page, 'handset-desktop-light-bill-beside');
  await portal.getByRole('link', { name: 'Pay $129.95' }).click();

  await enterCard(portal, '4111111111111111');
  await portal.getByRole('checkbox', { name: /^Keep this card/ }).check();
  await takeShot(page, 'handset-desktop-light-card-entered-beside');
  await payButton(portal).click();

  await expect(portal.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
  await expect(portal.getByText('Visa ending in 1111 is kept')).toBeVisible();
  await phone.wait(/Paid \$129\.95 .* with Visa \.\.1111, ref /);
  await takeShot(page, 'handset-desktop-light-settled-beside');

  const grace = await findAccount(beside, GRACE);
  await billPayers(beside, [grace], { minor: 4210 });
  await phone.wait('your bill of $42.10 is due');
  await phone.say('BAL');
  await phone.wait('You have $42.10 to pay');
  await phone.say('pay');
  await phone.wait('Pay $42.10');
  await phone.tap(/^YES \d+$/);
  await phone.wait(/Paid \$42\.10 .* with Visa \.\.1111, ref /);
});
