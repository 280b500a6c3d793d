import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

/** WCAG 2.2, levels A and AA. */
const RULES = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } as const;

/** Of these, what other colours alone can break. */
const CONTRAST = { type: 'rule', values: ['color-contrast'] } as const;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs every rule on the page and its frames; fails with the rule and the element of each violation. */
export function checkAccessibility(page: Page, what: string): Promise<void> {
  return expectNone(page, what, RULES);
}

/** Runs the rule of contrast alone, for a page that all rules have been run on in other colours. */
export function checkContrast(page: Page, what: string): Promise<void> {
  return expectNone(page, what, CONTRAST);
}

async function expectNone(page: Page, what: string, rules: typeof RULES | typeof CONTRAST): Promise<void> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    for (const { id, nodes } of await violationsIn(frame, rules))
      for (const { target, failureSummary } of nodes)
        found.push(`${id}: ${frame.name()} ${target.join(' ')}\n${failureSummary}`);
  }
  expect(found, `violations on ${what}`).toEqual([]);
}

/**
 * Frame by frame, with the rules left there for the next run: to carry them into each anew, and the answers from frame
 * to frame, takes several times as long as the rules themselves.
 */
async function violationsIn(
  frame: Frame,
  rules: typeof RULES | typeof CONTRAST,
): Promise<AxeResults['violations']> {
  if (await frame.evaluate(() => !('axe' in window))) await frame.evaluate(AXE);
  return frame.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: { type: values.type, values: [...values.values] },
      resultTypes: ['violations'],
      iframes: false,
    });
    return violations;
  }, rules);
}
