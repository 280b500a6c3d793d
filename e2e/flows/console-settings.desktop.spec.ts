import { expect, test } from '../app/test.ts';
import { listDevices } from '../steps/list-devices.ts';
import { lookAt } from '../steps/look-at.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';

for (const { name, options } of listDevices()) {
  test(`a manager sets reminders, a campaign and cards, and sees each before it counts: ${name}`, async ({
    app,
    open,
  }) => {
    const page = await open(options);
    await sitAtConsole(page, app, 'Nora');

    await lookAt(page, 'cadence', name, async () => {
      await page.goto(`${app.portal}/console/cadence`);
      await page.getByText('A bill of today').waitFor();
      await page.getByLabel('Number of a bill').fill('no-such-bill');
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await expect(page.getByText('There is no such bill.')).toBeVisible();
    });

    await lookAt(page, 'campaign-new', name, async () => {
      await page.goto(`${app.portal}/console/campaigns`);
      await page.getByRole('link', { name: 'New campaign' }).click();
      await page.getByLabel('Name, for good').fill(`works-${name}`);
      await page.getByLabel('What it is about').click();
      await page.getByRole('option', { name: 'Outage' }).click();
      await page.getByLabel('Where', { exact: true }).fill('Main Street');
      await page.getByRole('button', { name: 'Count the audience' }).click();
      await expect(page.getByText(/would get it/)).toBeVisible();
    });
    await lookAt(page, 'campaign', name, async () => {
      await page.getByRole('button', { name: 'Keep as a draft' }).click();
      await expect(page.getByRole('heading', { name: `works-${name}` })).toBeVisible();
    });

    await lookAt(page, 'journeys', name, async () => {
      await page.goto(`${app.portal}/console/journeys`);
      await page.getByRole('button', { name: 'Begin with an example' }).click();
      await expect(page.getByText('Not saved yet; kept in this browser.')).toBeVisible();
    });
    await page.getByRole('button', { name: 'Discard' }).click();
  });
}
