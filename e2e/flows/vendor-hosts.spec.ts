import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { serveVendorPages } from '@kvitt/testing/beside/serve-vendor-pages';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { takeShot } from '../steps/take-shot.ts';
import { watchPolicy } from '../steps/watch-policy.ts';

test('a bill is paid through the processor’s own client and host names, under the policy of production', async ({
  app,
  beside,
  playwright,
  launchOptions,
  contextOptions,
  stopped,
}) => {
  const pages = await serveVendorPages(beside.context);
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...pages.browserArgs],
  });
  try {
    const context = await browser.newContext(contextOptions);
    await watchPolicy(context, stopped);
    const asked = new Set<string>();
    context.on('request', (request) => asked.add(new URL(request.url()).host));
    const page = await context.newPage();

    const payer = await addPayer(beside, { firstName: 'Vera' });
    await billPayers(beside, [payer], { minor: 5150 });
    const { pathname } = new URL(await readLink(app, payer.phone));
    await page.goto(`${pages.origin}${pathname}`);
    await page.getByRole('link', { name: 'Pay $51.50' }).click();
    await enterCard(page, '4111111111111111');
    await takeShot(page, 'portal-pay-vendor-hosts-en-phone-light');
    await payButton(page).click();

    await expect(page.getByRole('heading', { name: 'Settled. Thank you.' })).toBeVisible();
    expect([...asked]).toContain('assets.braintreegateway.com');
    expect([...asked].some((host) => /^(api|payments)\.sandbox\.braintree/.test(host))).toBe(true);
    expect(pages.braintree.transactions().map(({ amount }) => amount)).toEqual(['51.50']);
  } finally {
    await browser.close();
    await pages.close();
  }
});
