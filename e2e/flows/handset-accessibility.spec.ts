import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { DESK } from '../app/screens.ts';
import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookByDayAndNight } from '../steps/look-by-day-and-night.ts';
import { openLink } from '../steps/open-link.ts';
import { openPhone } from '../steps/open-phone.ts';

test.describe.configure({ timeout: 240_000 });

for (const device of listDevices()) {
  test(`no view of the handset has an accessibility violation: ${device.name}`, async ({
    app,
    beside,
    open,
  }) => {
    const payer = await addPayer(beside, { firstName: 'Hans', card: 'fake-valid-visa-nonce' });
    await billPayers(beside, [payer], { minor: 4640 });
    const page = await open(device.options);
    const look = (view: string) => lookByDayAndNight(page, `handset-${view}-${device.name}`);
    const phone = await openPhone(page, app, payer.phone);
    await phone.say('BAL');
    await phone.wait('You have $46.40 to pay');
    await page.getByRole('textbox', { name: /^Text to/ }).fill('I paid this on Monday, ‘twice’, I think');
    await expect(page.getByText(/1 part/)).toBeVisible();
    await look('thread');

    await openLink(phone, 'your bill of $46.40');
    await look('page-beside');
    await page.getByRole('button', { name: 'Close page' }).click();

    await page.getByRole('button', { name: 'All messages' }).click();
    await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible();
    await look('list');

    await page.getByRole('button', { name: /Carrier and clock/ }).click();
    await expect(page.getByRole('heading', { name: 'The next send' })).toBeVisible();
    await look('drawer');
    await page.keyboard.press('Escape');

    const people = page.locator('#people-button');
    if (await people.isVisible()) await people.click();
    await look('people');
    await page.getByRole('button', { name: 'Add a phone' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('add-phone');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });
}

test('two phones stand side by side on a desk', async ({ app, open }) => {
  const page = await open(DESK);
  await page.goto(`${app.handset}/#12125550101,16175550105`);
  await expect(page.getByRole('region', { name: 'Cindy Rivera, phone' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Zoë .*, phone$/ })).toBeVisible();
  await lookByDayAndNight(page, 'handset-two-phones-desktop');
});
