import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../app/test.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';

test('the button stands on a biller’s own site: a link that the site’s style does not reach, and no cookie', async ({
  app,
  beside,
  page,
}) => {
  const script = await fetch(`${app.portal}/button.js`);
  expect((await script.arrayBuffer()).byteLength).toBeLessThanOrEqual(5 * 1024);
  const { slug } = beside.biller;
  const site = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="sv"><title>Our company</title><style>a { display: none !important; color: red }</style>
        <p>Our site</p>
        <script src="${app.portal}/button.js" data-biller="${slug}" data-accent="#ffe100"></script>`);
  });
  await once(site.listen(0, 'localhost'), 'listening');
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
  const link = page.getByRole('link', { name: 'Räkningar via sms' });
  await expect(link).toBeVisible();
  // A light colour of the site's takes dark words.
  await expect(link).toHaveCSS('background-color', 'rgb(255, 225, 0)');
  await expect(link).toHaveCSS('color', 'rgb(17, 17, 17)');
  expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await checkAccessibility(page, 'the button on another site');
  expect(await page.context().cookies()).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.portal}/join/${slug}?from=button&lang=sv`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  expect(await page.context().cookies()).toEqual([]);
  site.close();
});
