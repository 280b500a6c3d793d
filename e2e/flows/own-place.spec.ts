import { addPayer, type Payer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import { readSampleCode } from '@kvitt/testing/beside/read-sample-code';
import { saveCards } from '@kvitt/testing/beside/save-cards';
import { expect, test } from '../app/test.ts';
import { listTexts, readCode, readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { makeAuthenticator } from '../steps/make-authenticator.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { SURVEY_CARDS } from '../steps/survey-cards.ts';
import { takeShot } from '../steps/take-shot.ts';
import { waitForWorker } from '../steps/wait-for-worker.ts';

// Others look at bills and at the console without them.
test.afterAll(({ beside }) => saveCards(beside, []));

async function addOwner(beside: Beside, firstName = 'Ragna'): Promise<Payer> {
  const payer = await addPayer(beside, { firstName, card: 'fake-valid-visa-nonce' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer], { minor: 8420 });
  return payer;
}

test('goes without paper by the code of the sample bill, has the credit for it, and takes paper again', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addOwner(beside);
  const link = await readLink(app, payer.phone);
  const page = await open({ javaScriptEnabled: false });
  await proveWho(page, link, 'paperless');
  await expect(page.getByText('You get $5.00 for it')).toBeVisible();
  const agree = async (code: string) => {
    await page.getByLabel('The six digits in the sample bill').fill(code);
    await page.getByLabel('I agree').check();
    await page.getByRole('button', { name: 'Go without paper' }).click();
  };
  const code = readSampleCode(beside, payer);
  await agree(code === '000000' ? '000001' : '000000');
  await expect(page.getByRole('alert')).toContainText('not the code');
  await agree(code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your bills come without paper');
  await expect(page.getByText('For going without paper')).toBeVisible();
  await takeShot(page, 'portal-paperless-on-en-phone-light', true);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('$7920');
  await page.goto(`${link}/paperless`);
  await page.getByRole('button', { name: 'Send me paper again' }).click();
  await expect(page.getByRole('alert')).toContainText('Paper comes again');
});

test('every page of one’s own place is accessible, in the light and in the dark, in other languages', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addOwner(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'account');
  for (const to of ['account', 'paperless', 'payers', 'phones', 'own-data', 'preferences', 'thread']) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(`${link}/${to}`);
    await checkAccessibility(page, to);
    await takeShot(page, `portal-own-${to}-en-phone-light`, true);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${link}/${to}?lang=de`);
    await takeShot(page, `portal-own-${to}-de-phone-dark`, true);
  }
});

test('somebody else pays by a link of their own, which shows nothing more and ends when it is taken back', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addOwner(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  await proveWho(page, link, 'payers');
  await page.getByLabel('For whom').fill('Mum');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByRole('heading', { name: 'The link is ready' })).toBeVisible();
  const url = (await page.getByText(/^https?:\/\/\S+$/).textContent()) ?? '';
  await takeShot(page, 'portal-payers-made-en-phone-light', true);

  const guest = await open();
  await guest.goto(url);
  await expect(guest.getByText('You were asked to pay this bill')).toBeVisible();
  await expect(guest.getByRole('link', { name: 'All your bills and receipts' })).toHaveCount(0);
  await checkAccessibility(guest, 'guest');
  await takeShot(guest, 'portal-guest-en-phone-light', true);
  await guest.goto(`${url}/account`);
  await expect(guest).toHaveURL(url);

  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('alert')).toContainText('opens nothing any more');
  await guest.goto(url);
  await expect(guest.getByRole('heading', { name: 'This link is over' })).toBeVisible();
});

test('a thread that is open shows what is new as it comes, and five wrong proofs lock a browser out', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addOwner(beside);
  const link = await readLink(app, payer.phone);
  const page = await open();
  const live = page.waitForResponse((answer) => answer.url().endsWith('/thread/live'));
  await proveWho(page, link, 'thread');
  expect((await live).status()).toBe(200);
  const other = await page.context().newPage();
  await other.goto(`${link}/thread`);
  await other.getByLabel('This is wrong').check();
  await other.getByLabel('Your question').fill('The meter was read twice');
  await other.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByText('The meter was read twice')).toBeVisible();
  await other.goto(`${link}/pay`);
  await other.getByRole('button', { name: /^Pay / }).first().click();
  await expect(other.getByRole('heading', { name: /^Settled/ })).toBeVisible();
  await expect(page.getByText(/^Paid \$84\.20/)).toBeVisible();

  const stranger = await open();
  await stranger.goto(`${link}/account`);
  for (let tries = 0; tries < 5; tries++) {
    await stranger.getByLabel('Your postal code').fill('00000');
    await stranger.getByRole('button', { name: 'Open my account' }).click();
  }
  await expect(stranger.getByRole('alert')).toContainText('No more tries until');
  await takeShot(stranger, 'portal-locked-out-en-phone-light');
});

test('a passkey that was set up with a code in hand opens the account, with the link and without it', async ({
  app,
  beside,
  open,
}) => {
  const payer = await addOwner(beside);
  // By the portal's name and not its number: browsers make passkeys for names only.
  const here = (address: string) => address.replace('127.0.0.1', 'localhost');
  const link = here(await readLink(app, payer.phone));
  const page = await open();
  await makeAuthenticator(page);
  await proveWho(page, link, 'passkeys');
  await page.goto(`${link}/account`);
  await page.getByRole('link', { name: 'Open with a passkey' }).click();
  // The postal code opened this browser: a key for good takes the phone on file.
  await expect(page.getByText('A code comes first')).toBeVisible();
  await checkAccessibility(page, 'passkeys');
  await page.getByRole('link', { name: 'Prove it with a code by text' }).click();
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByLabel('The code from our text').fill(await readCode(app, payer.phone));
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.getByRole('button', { name: 'Set up a passkey on this device' }).click();
  await expect(page.getByText('The passkey is set up')).toBeVisible();
  await takeShot(page, 'portal-passkeys-en-phone-light', true);

  await page.context().clearCookies();
  await page.goto(`${link}/account`);
  await takeShot(page, 'portal-step-up-passkey-en-phone-light', true);
  await page.getByRole('button', { name: 'Open with a passkey' }).click();
  await expect(page).toHaveURL(`${link}/account`);

  await page.context().clearCookies();
  await page.goto(here(`${app.portal}/`));
  await page.getByRole('button', { name: 'Open with a passkey' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('heading', { name: 'Your bills' })).toBeVisible();
  await page.goto(page.url().replace('/account', '/passkeys'));
  await page.getByRole('button', { name: 'Remove it' }).click();
  // To the account these were other browsers: without its cookie, one is another.
  await expect(
    page.getByText('The passkey is removed, and what it had opened is closed', { exact: true }),
  ).toBeVisible();
  await page.context().clearCookies();
  await page.goto(`${link}/account`);
  await expect(page.getByRole('heading', { name: 'Is it you?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open with a passkey' })).toHaveCount(0);
});

test('who would not recommend us is answered by a person, and who would is offered more', async ({
  app,
  beside,
  open,
}) => {
  await saveCards(beside, SURVEY_CARDS);
  const [glum, glad] = [await addOwner(beside, 'Gustav'), await addOwner(beside)];
  const answer = async (payer: Payer, score: number, comment: string) => {
    const page = await open({ javaScriptEnabled: false });
    const link = await readLink(app, payer.phone);
    await proveWho(page, link, 'account');
    await page.goto(link);
    await takeShot(page, 'portal-survey-en-phone-light', true);
    await page.getByRole('radio', { name: String(score), exact: true }).check({ force: true });
    await page.getByLabel('What is the reason?').fill(comment);
    await page.getByRole('button', { name: 'Send my answer' }).click();
    return page;
  };
  const thanked = await answer(glad, 10, 'Quick and clear');
  await expect(thanked.getByRole('heading', { name: 'A second meter?' })).toBeVisible();
  await takeShot(thanked, 'portal-promoter-en-phone-light', true);

  const page = await open();
  const link = await readLink(app, glum.phone);
  await proveWho(page, link, 'promise');
  await waitForWorker(page);
  for (const to of ['/promise', '']) await page.goto(`${link}${to}`);
  await page.context().setOffline(true);
  await page.getByRole('radio', { name: '2', exact: true }).check({ force: true });
  await page.getByLabel('What is the reason?').fill('Nobody picks up the telephone');
  await page.getByRole('button', { name: 'Send my answer' }).click();
  const isSaved = page.getByRole('heading', { name: 'Saved, and sent when you are online' });
  await expect(isSaved).toBeVisible();
  for (let presses = 0; presses < 2; presses++) {
    await page.goto(`${link}/promise`);
    await page.getByLabel('Day').fill((await page.getByLabel('Day').getAttribute('max')) ?? '');
    await page.getByRole('button', { name: 'Note this day' }).click();
    await expect(isSaved).toBeVisible();
  }
  await page.goto(link);
  await expect(page.getByText('Waiting to be sent: 2.')).toBeVisible();
  await expect(page.getByText('Your answer: 2 of 10')).toBeVisible();
  await expect(page.getByText(/^A day to pay: \w+day, \w+ \d+$/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(async () => {
    await page.goto(`${link}/account`);
    await expect(page.getByText(/^You plan to pay/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect
    .poll(async () => (await listTexts(app, glum.phone)).filter(({ text }) => /noted/.test(text)).length)
    .toBe(1);

  const desk = await open({ viewport: { width: 1440, height: 900 } });
  await sitAtConsole(desk, app);
  await desk
    .getByRole('option', { name: /Gustav/ })
    .first()
    .click();
  await expect(desk.getByText('Nobody picks up the telephone')).toBeVisible();
  await takeShot(desk, 'console-detractor-en-desktop-light');
});
