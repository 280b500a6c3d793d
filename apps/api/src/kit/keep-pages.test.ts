import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import type { PortalPage } from '../portal/page.ts';
import { keepPages } from './keep-pages.ts';

const PAGE: PortalPage = {
  language: 'en',
  timeZone: 'America/New_York',
  today: '2026-11-20',
  biller: { slug: 'nordlys', name: 'Nordlys Energy', accent: '#1f5f5b', supportPhone: '800-555-0100' },
  token: 'k7F2mQ9x',
  linkPrefix: 'https://pay.example.com/',
  isSandbox: false,
  isUnlocked: false,
  view: { kind: 'expired', phoneTail: '42' },
};

function open() {
  const render = vi.fn(async (page: PortalPage) => ({
    html: `<p>${JSON.stringify(page)}</p>`,
    inline: { styles: ['p{}'], scripts: ['1', '2'] },
  }));
  return { render, pages: keepPages(render) };
}

it('renders the very same page once, and compresses it once', async () => {
  const { render, pages } = open();
  const first = await pages(PAGE);
  expect(await pages(structuredClone(PAGE))).toBe(first);
  expect(render).toHaveBeenCalledTimes(1);
  expect(gunzipSync(first.gzipped).toString()).toBe(first.html);
});

it.each<[string, Partial<PortalPage>]>([
  ['on the next day', { today: '2026-11-21' }],
  ['in another language', { language: 'es' }],
  ['at another address', { token: 'k7F2mQ9y' }],
  ['with another colour', { biller: { ...PAGE.biller, accent: '#1f5f5c' } }],
  ['with another word', { view: { kind: 'expired', phoneTail: '43' } }],
  ['that says one thing more', { isLanguageChosen: true }],
])('renders a page %s anew', async (_, change) => {
  const { pages } = open();
  const before = await pages(PAGE);
  const after = await pages({ ...PAGE, ...change });
  expect(after.html).not.toBe(before.html);
  expect(after.html).toBe(`<p>${JSON.stringify({ ...PAGE, ...change })}</p>`);
});

it('lets in what stands in the page, by its hash, and nothing else', async () => {
  const { inline } = await open().pages(PAGE);
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(inline).toEqual({ style: hash('p{}'), script: `${hash('1')} ${hash('2')}` });
});
