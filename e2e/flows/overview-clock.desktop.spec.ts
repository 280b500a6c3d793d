import { compareRates } from '@kvitt/domain/campaign/compare-rates';
import { addPayer, type Payer } from '@kvitt/testing/beside/add-payer';
import { billPayers } from '@kvitt/testing/beside/bill-payers';
import { findAccountNumber } from '@kvitt/testing/beside/find-account-number';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import { isCampaignDone } from '@kvitt/testing/beside/is-campaign-done';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import { startCampaign } from '@kvitt/testing/beside/start-campaign';
import type { Locator, Page } from '@playwright/test';
import type { App } from '../app/app.ts';
import { PHONE } from '../app/screens.ts';
import { expect, test } from '../app/test.ts';
import { listTexts, readCode, readLink } from '../steps/carrier.ts';
import { enrollInHand } from '../steps/enroll-in-hand.ts';
import { POSTAL_CODE } from '../steps/prove-who.ts';
import { runKvitt } from '../steps/run-kvitt.ts';
import { saveBonusPlan } from '../steps/save-bonus-plan.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { textUs } from '../steps/text-us.ts';
import { waitForNoon } from '../steps/wait-for-noon.ts';

const LIVE = { timeout: 30_000 };
/** Rounds of the worker, and its pace of sending. */
const ROUND = { timeout: 90_000 };
const QUESTION = 'I was overcharged, can I speak to a person about my meter?';
/** Few enough to be quick; one side without anybody has a chance of one in half a million. */
const PEOPLE = 20;
/** Of the steps of a source: who is still enrolled. */
const STANDING = 3;

/**
 * What a manager sees is what happened: each number before and after a call, a joining, a bill that is opened and paid, one
 * that is late and a question that is answered; and behind each the list of it.
 */
test('every number of the overview is what was done, and opens a list with as many lines', async ({
  app,
  open,
  beside,
  page: nora,
}) => {
  await waitForNoon(app);
  await sitAtConsole(nora, app, 'Nora');
  await saveBonusPlan(nora, app, 4);
  const before = await readOverview(nora, app);
  const hand = await open(PHONE);
  await sitAtConsole(hand, app, 'Nora');
  const caller = await addPayer(beside, { firstName: 'Ragna', lastName: 'Tallvik', hasConsent: false });
  await enrollInHand(hand, app, 'Ragna Tallvik', caller);
  await joinByFriend(hand, app, beside);
  const { payer, late } = await billThree(app, beside, caller);
  await hand.goto(await readLink(app, payer.phone));
  await expect(hand.getByText('$84.20').first()).toBeVisible();
  await payByText(app, payer);
  await answerLate(nora, app, late);

  const after = await readOverview(nora, app);
  const more = (key: keyof Overview) => after[key].map((value, at) => value - (before[key][at] ?? 0));
  expect(more('They called').slice(0, 4), 'a call').toEqual([1, 1, 1, 1]);
  expect(more('A friend’s word').slice(0, 4), 'a joining').toEqual([1, 1, 1, 1]);
  expect(more('bonuses'), 'cents of bonus').toEqual([400]);
  expect(more('paper'), 'bills by text to who was enrolled').toEqual([1]);
  expect(after.replies).toEqual([1]);
  const work = nora.getByRole('region', { name: 'Answers and workload' }).getByRole('row', { name: /Nora/ });
  await expect(work.getByRole('cell').nth(1)).toHaveText(/^4:\d\d$/);
  await expect(work.getByRole('cell').nth(2)).toHaveText('100%');

  for (const source of ['They called', 'A friend’s word']) {
    const row = nora.getByRole('row', { name: new RegExp(source) });
    await expectList(nora, row.getByRole('link').nth(STANDING), 'Tallvik', 1);
  }
  const linked = (await listTexts(app, payer.phone)).filter(({ text }) => /https?:/.test(text)).length;
  for (const [step, own] of [
    ['Sent with a link', linked],
    ['Delivered', linked],
    ['Opened', 1],
    ['Paid after it', 1],
  ] as const) {
    await expectList(nora, nora.getByRole('link', { name: new RegExp(`^${step}:`) }), 'Solbakk', own);
  }
  await expectList(nora, nora.getByRole('link', { name: /^31 to 60 days late/ }), 'Fjeld', 1, '$43.21');
  const today = nora.getByRole('link', { name: /^\$/ }).first();
  await expectList(nora, today, 'Solbakk', 1, '$84.20');
  await expectList(nora, work.getByRole('link').first(), 'Fjeld', 1);
});

test('what texts do by themselves is told with who was left out by chance, and how sure that is', async ({
  app,
  beside,
  page,
}) => {
  await waitForNoon(app);
  const payers: Payer[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    payers.push(await addPayer(beside, { firstName: `Uplift${n}`, card: 'fake-valid-visa-nonce' }));
  }
  const campaign = await startCampaign(beside, 'closed-in-january', payers);
  await expect.poll(() => isCampaignDone(beside, campaign), ROUND).toBe(true);
  const texted: Payer[] = [];
  for (const payer of payers) if (await hasText(app, payer, 'Jan 1')) texted.push(payer);
  const leftOut = payers.filter((payer) => !texted.includes(payer));
  // Chance decides who; how many of each pay is decided here.
  const paying = [...texted.slice(0, 3), ...leftOut.slice(0, 1)];
  await billPayers(beside, paying, { minor: 2150 });
  for (const payer of paying) await payByText(app, payer);

  const withText = { hits: Math.min(3, texted.length), of: texted.length };
  const without = { hits: Math.min(1, leftOut.length), of: leftOut.length };
  await sitAtConsole(page, app, 'Nora');
  await page.goto(`${app.portal}/console/home`);
  const line = page.getByRole('listitem').filter({ hasText: 'closed-in-january' });
  await expect(line).toContainText(`${sayShare(withText)} with, ${sayShare(without)} without`);
  const sure = compareRates(withText, without);
  if (!sure) throw new Error('chance has put all of them on one side');
  for (const share of [sure.estimate, sure.low, sure.high])
    await expect(line).toContainText(sayPoints(share));
  await line.getByRole('link', { name: 'closed-in-january' }).click();
  await expect(page).toHaveURL(/\/campaigns\//);
});

/** As the pages of these people write shares, and differences of them in points. */
const sayShare = ({ hits, of }: { hits: number; of: number }) =>
  (hits / of).toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 });
const sayPoints = (share: number) =>
  (100 * share).toLocaleString('en-US', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });

async function hasText(app: App, { phone }: Payer, words: string): Promise<boolean> {
  return (await listTexts(app, phone)).some(({ text }) => text.includes(words));
}

/** Pays what is due by the two texts that it takes. */
async function payByText(app: App, { phone }: Payer): Promise<void> {
  await textUs(app, phone, 'PAY');
  let code = '';
  await expect(async () => {
    code = /YES (\d\d)/.exec((await listTexts(app, phone)).at(-1)?.text ?? '')?.[1] ?? '';
    expect(code).not.toBe('');
  }).toPass(LIVE);
  await textUs(app, phone, `YES ${code}`);
  await expect(async () => {
    expect((await listTexts(app, phone)).at(-1)?.text).toMatch(/[Pp]aid|[Tt]hank/);
  }).toPass(LIVE);
}

/** Somebody asks for their bills by text on the page, at a friend's word, and types the code that their phone gets. */
async function joinByFriend(page: Page, app: App, beside: Beside): Promise<void> {
  const friend = await addPayer(beside, { firstName: 'Live', lastName: 'Tallvik', hasConsent: false });
  await givePostalCode(beside, friend, POSTAL_CODE);
  await page.goto(`${app.portal}/join/${beside.biller.slug}?from=referral`);
  await page.getByLabel('Your mobile number').fill(friend.phone);
  await page.getByLabel('Account number').fill(await findAccountNumber(beside, friend));
  await page.getByLabel('Postal code').fill(POSTAL_CODE);
  await page.getByLabel('I agree', { exact: true }).check();
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByLabel('The code from our text').fill(await readCode(app, friend.phone));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible();
}

/** A bill for each: by text to who was enrolled, one that is opened and paid, and one that is late. */
async function billThree(app: App, beside: Beside, caller: Payer): Promise<{ payer: Payer; late: Payer }> {
  const payer = await addPayer(beside, {
    firstName: 'Ida',
    lastName: 'Solbakk',
    card: 'fake-valid-visa-nonce',
  });
  const late = await addPayer(beside, { firstName: 'Odd', lastName: 'Fjeld' });
  await billPayers(beside, [caller, payer], { minor: 8420 });
  await billPayers(beside, [late], { minor: 4321, dueInDays: -40 });
  await expect.poll(() => countDelivered(app, caller, '$84.20'), LIVE).toBe(1);
  return { payer, late };
}

async function countDelivered(app: App, { phone }: Payer, words: string): Promise<number> {
  const texts = await listTexts(app, phone);
  return texts.filter(({ text, state }) => text.includes(words) && state === 'delivered').length;
}

/** A manager answers four minutes after the question came. */
async function answerLate(page: Page, app: App, { phone }: Payer): Promise<void> {
  await textUs(app, phone, QUESTION);
  await page.goto(`${app.portal}/console/inbox`);
  await page.getByRole('option', { name: /Fjeld/ }).click();
  await expect(page.getByRole('log')).toContainText('overcharged');
  await runKvitt(app, 'clock', '+4m', '--json');
  await page.getByRole('textbox', { name: 'Reply' }).fill('I look into it.');
  await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
  await expect(page.getByText(/Leaves in/)).toBeVisible();
}

/** The list behind a number has as many lines as it counts, or adds up to it; and of one name as many as were made. */
async function expectList(page: Page, link: Locator, name: string, own: number, amount = ''): Promise<void> {
  const shown = await link.innerText();
  await link.click();
  const lines = page.getByRole('main').locator('tbody').getByRole('row');
  await lines.first().waitFor();
  const more = page.getByRole('button', { name: 'Show more' });
  // With the last page the button goes: a press that comes then finds none.
  await expect(async () => {
    if (await more.isVisible()) await more.click({ timeout: 2_000 });
    await expect(more).toBeHidden({ timeout: 1_000 });
  }).toPass(LIVE);
  if (shown.startsWith('$'))
    await expect(page.getByText(/ in the list/)).toContainText(shown.split(' ')[0] ?? '');
  else await expect(lines, shown).toHaveCount(Number(shown.replace(/\D/g, '')));
  await expect(lines.filter({ hasText: name }), `${shown} of ${name}`).toHaveCount(own);
  await expect(lines.filter({ hasText: name }).first()).toContainText(amount);
  await page.goBack();
  await page.getByRole('heading', { name: 'Answers and workload' }).waitFor();
}

interface Overview {
  'They called': number[];
  'A friend’s word': number[];
  bonuses: number[];
  paper: number[];
  replies: number[];
}

/** The numbers that only people's own acts change, as they stand on the screen; money in cents. */
async function readOverview(page: Page, { portal }: App): Promise<Overview> {
  await page.goto(`${portal}/console/home`);
  await page.getByRole('heading', { name: 'Answers and workload' }).waitFor();
  const numbers = async (name: string) => {
    const cells = await page
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .allInnerTexts();
    return cells.map(readNumber);
  };
  const paper = page.getByRole('link', { name: /by text to who was enrolled/ });
  const bonus = page.locator('dt', { hasText: 'Bonuses earned' }).locator('xpath=following-sibling::dd[1]');
  return {
    'They called': await numbers('They called'),
    'A friend’s word': await numbers('A friend’s word'),
    bonuses: [readNumber(await bonus.innerText())],
    paper: [readNumber(await paper.innerText())],
    replies: (await numbers('Nora Whitfield')).slice(0, 1),
  };
}

/** `$4.00` is 400; words without a number are 0. */
function readNumber(shown: string): number {
  return Number(shown.replace(/[^\d]/g, '') || 0);
}
