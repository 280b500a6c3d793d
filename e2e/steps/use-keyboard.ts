import { expect, type Frame, type Locator, type Page } from '@playwright/test';

/** More stops than any of our pages has; the handset has two for each phone that was texted. */
const MOST_STOPS = 200;

/** Presses Tab until `target` has the focus. Every stop on the way must show where the focus is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    if (!(await isOnPage(page))) continue;
    expect(await hasVisibleFocus(page.mainFrame()), `the focus shows on ${await describeFocus(page)}`).toBe(
      true,
    );
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Between the last stop of a page and its first, the browser itself has the focus. */
function isOnPage(page: Page): Promise<boolean> {
  return page.evaluate(() => document.hasFocus() && document.activeElement !== document.body);
}

/** Also within a frame: its own document has the focus then, and the element in it. */
function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element.ownerDocument.hasFocus() && element.ownerDocument.activeElement === element,
  );
}

/** Whether there is an outline around what has the focus, or around the box that it stands in; frames are looked into. */
async function hasVisibleFocus(frame: Frame): Promise<boolean> {
  const isOutlined = await frame.evaluate(() => {
    let element = document.activeElement;
    for (let up = 0; element && up < 3; up++, element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true;
    }
    return false;
  });
  if (isOutlined) return true;
  const focused = await frame.evaluateHandle(() => document.activeElement);
  const inner = await focused.asElement()?.contentFrame();
  return inner ? hasVisibleFocus(inner) : false;
}

function describeFocus(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? 'nothing');
}
