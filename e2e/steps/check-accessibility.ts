import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Of these, what other colours alone can break. */
const CONTRAST = ['color-contrast'];

/**
 * Where there is a touch keyboard, the card fields' library puts boxes before and behind each field that lead the
 * keyboard's own "next" into it. They pass the focus on at once, are hidden from screen readers, and are the vendor's.
 */
const VENDOR_BOXES = '.focus-intercept';

/** Runs every rule on the page and its frames; fails with the rule and the element of each violation. */
export function checkAccessibility(page: Page, what: string): Promise<void> {
  return expectNone(what, axeOn(page).withTags(RULES));
}

/** Runs the rule of contrast alone, for a page that all rules have been run on in other colours. */
export function checkContrast(page: Page, what: string): Promise<void> {
  return expectNone(what, axeOn(page).withRules(CONTRAST));
}

function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).exclude(VENDOR_BOXES);
}

async function expectNone(what: string, axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
  expect(found, `violations on ${what}`).toEqual([]);
}
