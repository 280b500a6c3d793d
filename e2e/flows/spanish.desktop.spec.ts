import { addPayer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { chooseLanguage } from '../steps/choose-language.ts';
import { enterCard, payButton } from '../steps/enter-card.ts';
import { openLink } from '../steps/open-link.ts';
import { openPhone } from '../steps/open-phone.ts';
import { takeShot } from '../steps/take-shot.ts';

const SOFIA = '+17135550104';

test('a customer who reads Spanish pays in Spanish from the first text to the receipt', async ({
  page,
  app,
}) => {
  const phone = await openPhone(page, app, SOFIA);
  await phone.say('pagar');
  const question = await phone.wait(/Responda S[IÍ] \d+/);
  const [, code] = /S[IÍ] (\d+)/.exec(await question.innerText()) ?? [];
  await phone.say(`sí ${code}`);
  const receipt = /47[.,]10.*ref/;
  await phone.wait(receipt);
  await takeShot(page, 'handset-desktop-light-spanish');
  const portal = await openLink(phone, receipt);
  await expect(portal.locator('html')).toHaveAttribute('lang', 'es');
});

test('a language that was chosen on the bill stays through the payment', async ({ page, app, beside }) => {
  const payer = await addPayer(beside, { firstName: 'Eva' });
  await billPayers(beside, [payer], { minor: 3300 });
  await page.goto(await readLink(app, payer.phone));
  await chooseLanguage(page, 'Español');
  await page.getByRole('link', { name: 'Pagar $33.00' }).click();
  await enterCard(page, '4111111111111111');
  await payButton(page).click();
  await expect(page).toHaveURL(/\/payments\/.*lang=es/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
