import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { findAccountNumber } from '@kvitt/testing/beside/find-account-number';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import { PHONE } from '../app/screens.ts';
import { expect, test } from '../app/test.ts';
import { listTexts, readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { POSTAL_CODE } from '../steps/prove-who.ts';
import { takeShot } from '../steps/take-shot.ts';
import { waitForNoon } from '../steps/wait-for-noon.ts';

// A phone; here among the desktop's because it moves the clock: at night nobody is texted a code.
test.use(PHONE);

test('from the code on a paper statement to the first bill: number, code by text, welcome', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addPayer(beside, { hasConsent: false });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await waitForNoon(app);
  const page = await open();
  await page.goto(`${app.portal}/join/${beside.biller.slug}?from=statement`);
  await checkAccessibility(page, 'join');
  await page.getByLabel('Your mobile number').fill(payer.phone);
  await page.getByLabel('Account number').fill(await findAccountNumber(beside, payer));
  await page.getByLabel('Postal code').fill(POSTAL_CODE);
  await page.getByLabel('I agree', { exact: true }).check();
  await takeShot(page, 'portal-join-filled-en-phone-light', true);
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await checkAccessibility(page, 'join code');
  await expect(async () => {
    const texts = await listTexts(app, payer.phone);
    const code = /\b\d{6}\b/.exec(texts.at(-1)?.text ?? '')?.[0];
    expect(code, 'a text with a code').toBeDefined();
    await page.getByLabel('The code from our text').fill(code ?? '');
  }).toPass();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();
  await takeShot(page, 'portal-joined-en-phone-light');

  await billPayers(beside, [payer], { minor: 8420 });
  await page.goto(await readLink(app, payer.phone));
  await expect(page.getByText('$84.20').first()).toBeVisible();
});
