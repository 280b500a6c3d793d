import { addPayer, type Payer, type PayerTraits } from '@kvitt/testing/beside/add-payer';
import { ageAccount } from '@kvitt/testing/beside/age-account';
import { type BillTraits, billPayers } from '@kvitt/testing/beside/bill-payers';
import { givePostalCode } from '@kvitt/testing/beside/give-postal-code';
import { linkNewestBill } from '@kvitt/testing/beside/link-newest-bill';
import type { Beside } from '@kvitt/testing/beside/open-beside';
import { saveCards } from '@kvitt/testing/beside/save-cards';
import type { Page } from '@playwright/test';
import { expect, test } from '../app/test.ts';
import { readLink } from '../steps/carrier.ts';
import { checkAccessibility } from '../steps/check-accessibility.ts';
import { listSales } from '../steps/list-sales.ts';
import { payWithSaved } from '../steps/pay-with-saved.ts';
import { POSTAL_CODE, proveWho } from '../steps/prove-who.ts';
import { savePaper } from '../steps/save-paper.ts';
import { sitAtConsole } from '../steps/sit-at-console.ts';
import { takeShot } from '../steps/take-shot.ts';

type Cards = Parameters<typeof saveCards>[1];

/** As chats, search engines and the filters of mail read an address before, or instead of, the one it was sent to. */
const ROBOTS = [
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
];

// Others look at bills without them.
test.afterAll(({ beside }) => saveCards(beside, []));

async function addBilled(
  beside: Beside,
  { days = 0, bill = {}, ...traits }: PayerTraits & { days?: number; bill?: BillTraits } = {},
): Promise<{ payer: Payer; link: string }> {
  const payer = await addPayer(beside, traits);
  await givePostalCode(beside, payer, POSTAL_CODE);
  await ageAccount(beside, payer, days);
  await billPayers(beside, [payer], bill);
  return { payer, link: await linkNewestBill(beside, payer) };
}

/** Opens a bill in a browser that has proved whose it is. */
async function openProved(open: () => Promise<Page>, link: string, postalCode?: string): Promise<Page> {
  const page = await open();
  await proveWho(page, link, 'account', postalCode);
  await openBill(page, link);
  return page;
}

async function openBill(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole('link', { name: 'Bill as PDF' })).toBeVisible();
}

/** What ends each card: no bill has more of these than it has cards. */
const endsOf = (page: Page) => page.getByRole('button', { name: /^(Not now|Hide this)$/ });

test('robots that read a link ahead leave it unopened and unspent: it is opened once its customer sees it', async ({
  app,
  beside,
  open,
  request,
}) => {
  const payer = await addPayer(beside);
  await givePostalCode(beside, payer, POSTAL_CODE);
  await billPayers(beside, [payer]);
  const link = await readLink(app, payer.phone);
  for (const robot of ROBOTS) {
    const headers = { 'user-agent': robot };
    expect((await request.head(link, { headers })).status()).toBe(200);
    expect(await (await request.get(link, { headers })).text()).toContain('$73.50');
  }
  const reader = await open({ javaScriptEnabled: false });
  await reader.goto(link);
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('$73.50');

  await proveWho(reader, link, 'thread');
  const opened = reader.getByText('Bill opened from the text', { exact: true });
  await expect(async () => {
    await reader.reload();
    await expect(reader.getByText(/^Text delivered/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(opened).toHaveCount(0);
  await expect(reader.getByText('Bill viewed')).toHaveCount(0);

  const page = await open();
  await page.goto(link);
  await expect(page.getByRole('link', { name: /^Pay \$73\.50/ })).toBeVisible();
  await expect(async () => {
    await reader.reload();
    await expect(opened).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
});

test('a card follows how long somebody is with us, one at most, and none while a bill is overdue or in dispute', async ({
  app,
  beside,
  open,
}) => {
  await saveCards(beside, [
    offer('Begin well?', 1, { max: 11 }),
    offer('One year with us', 1, { min: 12, max: 23 }),
    offer('Thank you for five years', 2, { min: 60 }),
    offer('Also for five years', 1, { min: 60 }),
  ]);
  for (const [days, title] of [
    [3, 'Begin well?'],
    [400, 'One year with us'],
    [1_100, undefined],
    [2_200, 'Thank you for five years'],
  ] as const) {
    const { link } = await addBilled(beside, { days });
    const page = await openProved(open, link);
    await expect(endsOf(page)).toHaveCount(title ? 1 : 0);
    if (title) await expect(page.getByRole('region', { name: title })).toBeVisible();
  }

  const late = await addBilled(beside, { days: 2_200, bill: { dueInDays: -3 } });
  const latePage = await openProved(open, late.link);
  await expect(latePage.getByText('This bill is overdue')).toBeVisible();
  await expect(endsOf(latePage)).toHaveCount(0);

  const { payer, link } = await addBilled(beside, { days: 2_200, card: 'fake-valid-visa-nonce' });
  const page = await openProved(open, link);
  const paymentId = await payWithSaved(page, link);
  await billPayers(beside, [payer], { minor: 4_100 });
  const next = await linkNewestBill(beside, payer);
  await openBill(page, next);
  await expect(endsOf(page)).toHaveCount(1);
  const [sale] = await listSales(app, paymentId);
  const answer = await fetch(`${app.cards}/sandbox/disputes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ transactionId: sale?.id }),
  });
  expect(answer.status).toBe(201);
  await expect(async () => {
    await openBill(page, next);
    await expect(endsOf(page)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
});

test('what was used stands beside earlier bills, and a larger plan is asked for in place and reaches the desk', async ({
  app,
  beside,
  open,
}) => {
  await saveCards(beside, [{ ...offer('A larger plan?', 1), does: 'upgrade' }]);
  const payer = await addPayer(beside, { firstName: 'Ulrika' });
  await givePostalCode(beside, payer, POSTAL_CODE);
  for (const [issuedDaysAgo, units] of [
    [61, 400],
    [31, 300],
    [1, 450],
  ] as const) {
    const energy = {
      description: 'Energy',
      quantityMilli: units * 1_000,
      unitMilli: 20_000,
      taxRateMilli: 0,
    };
    await billPayers(beside, [payer], { issuedDaysAgo, lines: [energy], isLeftToMorning: issuedDaysAgo > 1 });
  }
  const link = await linkNewestBill(beside, payer);
  const page = await open();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('$90');
  const used = page.getByRole('region', { name: 'What you used' });
  await expect(used).toHaveCount(0);
  await proveWho(page, link, 'account');
  await page.goto(link);
  await expect(used).toContainText('50% more than on the bill before');
  await used.getByText('Bill by bill: Energy').click();
  await expect(used.getByRole('listitem')).toHaveText([/400$/, /300$/, /450$/]);
  await checkAccessibility(page, 'usage');
  await takeShot(page, 'portal-usage-en-phone-light', true);

  await page.getByRole('region', { name: 'A larger plan?' }).getByRole('button', { name: 'Yes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We see to it');
  await expect(page.getByText('Somebody gets in touch with you by text.')).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(used).toBeVisible();
  await expect(endsOf(page)).toHaveCount(0);

  const desk = await open({ viewport: { width: 1440, height: 900 }, isMobile: false });
  await sitAtConsole(desk, app);
  await desk
    .getByRole('option', { name: /Ulrika/ })
    .first()
    .click();
  await expect(desk.getByText('upgrade: a-larger-plan')).toBeVisible();
});

test('news of an area is for who lives there, overdue or not, until it is hidden, and for nobody else', async ({
  beside,
  open,
}) => {
  const words = { en: { title: 'Works in your street', body: 'No power on Monday from 9 to 11.' } };
  await saveCards(beside, [{ kind: 'notice', key: 'works', priority: 1, postalCodes: ['606'], words }]);
  const [here, late, away] = [
    await addBilled(beside),
    await addBilled(beside, { bill: { dueInDays: -3 } }),
    await addBilled(beside),
  ];
  await givePostalCode(beside, away.payer, '90210');
  const noticeOn = (page: Page) => page.getByRole('region', { name: 'Works in your street' });

  const stranger = await open();
  await openBill(stranger, here.link);
  await expect(noticeOn(stranger)).toHaveCount(0);
  await expect(noticeOn(await openProved(open, late.link))).toBeVisible();
  const elsewhere = await openProved(open, away.link, '90210');
  await expect(endsOf(elsewhere)).toHaveCount(0);

  const page = await openProved(open, here.link);
  await expect(noticeOn(page)).toContainText('No power on Monday from 9 to 11.');
  await takeShot(page, 'portal-notice-en-phone-light', true);
  await page.getByRole('button', { name: 'Hide this' }).click();
  await expect(page).toHaveURL(here.link);
  await expect(endsOf(page)).toHaveCount(0);
});

test('a bill and its receipt are saved as PDFs that say their numbers', async ({ beside, open }) => {
  const { link } = await addBilled(beside, { card: 'fake-valid-visa-nonce', bill: { minor: 8_420 } });
  const page = await openProved(open, link);
  const bill = await savePaper(page, 'Bill as PDF');
  const [, number = ''] = /^bill-(\d+)\.pdf$/.exec(bill.name) ?? [];
  expect(bill.lines).toEqual(
    expect.arrayContaining(['$84.20', number, 'Ada Winter', 'Electricity, last month']),
  );

  await payWithSaved(page, link);
  const receipt = await savePaper(page, 'Receipt as PDF');
  const [, reference = ''] = /^receipt-(\w+)\.pdf$/.exec(receipt.name) ?? [];
  await expect(page.getByText(reference, { exact: true })).toBeVisible();
  expect(receipt.lines).toEqual(expect.arrayContaining(['$84.20', '$0.00', number, reference, 'Ada Winter']));
});

function offer(title: string, priority: number, tenureMonths?: { min?: number; max?: number }): Offer {
  const words = { en: { title, body: 'We tell you more.', action: 'Yes' } };
  const key = title.toLowerCase().replace(/\W+/g, '-').replace(/-$/, '');
  return { kind: 'offer', key, does: 'call-me', priority, words, tenureMonths };
}

type Offer = Extract<Cards[number], { kind: 'offer' }>;
