import { expect, type Page } from '@playwright/test';

/** Every text of the page at twice its size, as a reader may set it in the browser. */
export const DOUBLED = 'html { font-size: 200% }';

/** Nothing in `root` is wider than the screen, unfolded too, and no word is wider than the box that it stands in. */
export async function expectRoom(page: Page, root: string, what: string): Promise<void> {
  const tooWide = await page.evaluate((within) => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
    const screen = document.documentElement.clientWidth;
    const isOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > screen + 1 || left < -1;
    };
    const isCut = ({ scrollWidth, clientWidth }: Element) => clientWidth > 0 && scrollWidth > clientWidth + 1;
    // What is only read out has no room on the screen, and the button of a file field is the browser's, words and width.
    const hasWords = ({ childNodes }: Element) =>
      [...childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
    return [...document.querySelectorAll(`${within} *:not(svg *, .sr-only, .sr-only *, [type=file])`)]
      .filter(
        (element) => (hasWords(element) || element.matches('input')) && (isOut(element) || isCut(element)),
      )
      .map(({ className, textContent }) => `${String(className)}: ${textContent?.trim() ?? ''}`);
  }, root);
  expect(tooWide, `too wide: ${what}`).toEqual([]);
}
