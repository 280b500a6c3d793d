import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { readPdf } from './read-pdf.ts';

/**
 * Saves the PDF that a link of these words opens, as the link's own menu does: a browser may show one in place, or not be
 * able to. Gives the name that it is saved by, and the runs of letters in it.
 */
export async function savePaper(page: Page, words: string): Promise<{ name: string; lines: string[] }> {
  const link = page.getByRole('link', { name: words });
  const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  await link.evaluate((anchor: HTMLAnchorElement) => {
    anchor.download = '';
  });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(1_000);
  return { name: download.suggestedFilename(), lines: readPdf(bytes).split('\n') };
}
