import { POSTAL_CODE } from './add-linked.ts';
import { openBrowser, type PortalBrowser } from './portal-browser.ts';
import type { PageVisit } from './visit-page.ts';

/** A browser that has proved by the postal code whose the bill is, as those of `addLinked` can. */
export async function openProved(link: string, next = 'account'): Promise<PortalBrowser> {
  const browser = openBrowser(link);
  const { location } = await prove(browser, POSTAL_CODE, next);
  if (location !== `${link}/${next}`) throw new Error(`the postal code opened ${location}`);
  return browser;
}

/** Says a postal code, on the way to a page behind the proof. */
export function prove(browser: PortalBrowser, given: string, next = 'account'): Promise<PageVisit> {
  return browser.post('/unlock', { way: 'postal-code', given, next });
}
