import path from 'node:path';
import { test } from '../app/test.ts';
import { checkAccessibility, checkContrast } from '../steps/check-accessibility.ts';
import { DOUBLED, expectRoom } from '../steps/expect-room.ts';
import { takeShot } from '../steps/take-shot.ts';

const BUILT = path.resolve(import.meta.dirname, '../../packages/ui/dist');
const ADDRESS = 'http://gallery.test/';
const LANGUAGES = ['en', 'es', 'de', 'sv', 'nb'];
/** Ours, and what a biller may bring: too bright for white words, nearly black, nearly white. */
const BRANDS = ['', '#ffe600', '#101418', '#f4f6f8'];

test.beforeEach(async ({ page }) => {
  await page.route(`${ADDRESS}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    await route.fulfill({ path: path.join(BUILT, file), contentType: typeOf(file) });
  });
});

test('the parts have room for five languages, at double size and read from the right', async ({ page }) => {
  for (const language of LANGUAGES) {
    await page.goto(`${ADDRESS}?lang=${language}`);
    await expectRoom(page, '.gallery', language);
    await takeShot(page, `gallery-${language}-phone`, true);
    await checkAccessibility(page, `the gallery in ${language}`);
    await page.addStyleTag({ content: DOUBLED });
    await expectRoom(page, '.gallery', `${language} at double size`);
    await takeShot(page, `gallery-${language}-doubled-phone`, true);
  }
  await page.goto(`${ADDRESS}?dir=rtl`);
  await expectRoom(page, '.gallery', 'read from the right');
  await takeShot(page, 'gallery-rtl-phone', true);
});

test('every biller’s colour is readable on them by day and by night', async ({ page }) => {
  for (const brand of BRANDS) {
    await page.goto(`${ADDRESS}?brand=${encodeURIComponent(brand)}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await takeShot(page, `gallery-${brand.slice(1) || 'own'}-phone-${colorScheme}`, true);
      await checkContrast(page, `the gallery, ${brand || 'own colour'}, ${colorScheme}`);
    }
  }
});

function typeOf(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript';
  return file.endsWith('.css') ? 'text/css' : 'text/html';
}
