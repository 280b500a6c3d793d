import { LANGUAGES } from '@kvitt/domain/locale/language';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from './entry-server.ts';
import { sampleCards } from './testing/sample-cards.ts';
import { samplePage, sampleViews } from './testing/sample-pages.ts';

const NONCE = 'dGVzdCBub25jZQ==';
const EVERY = Object.keys(sampleViews).flatMap((name) =>
  LANGUAGES.map((language) => [name, language] as const),
);

const renderSample = async (...sample: Parameters<typeof samplePage>) =>
  (await render(samplePage(...sample), { nonce: NONCE })).html;
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('render', () => {
  const warn = vi.spyOn(console, 'warn');
  const error = vi.spyOn(console, 'error');
  beforeEach(() => {
    warn.mockClear();
    error.mockClear();
  });
  afterEach(() => {
    expect(warn).not.toHaveBeenCalled();
    expect(error).not.toHaveBeenCalled();
  });

  it.each(EVERY)('renders %s in %s as a whole document with one main heading', async (name, language) => {
    const html = await renderSample(name, { language });
    expect(html.startsWith('<!doctype html>')).toBe(true);
    const document = parse(html);
    expect(document.documentElement.lang).toBe(language);
    expect(document.title).toMatch(/ · Nordlys Energy$/);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main')).toHaveLength(1);
    const robots = document.querySelector('meta[name=robots]')?.getAttribute('content');
    // The page for who wants to join is the only one that a search may find, in any of its states.
    const isListed = samplePage(name).view.kind === 'join';
    expect(robots ?? 'listed').toContain(isListed ? 'listed' : 'noindex');
    expect(document.querySelector('meta[name=referrer]')?.getAttribute('content')).toBe('no-referrer');
    expect(html).not.toMatch(/undefined|\[object|NaN|\{\w+\}(?=<)/);
  });

  it.each(Object.entries(sampleCards))(
    'sets the %s beside a bill, with a way to put it away',
    async (_, card) => {
      const { html } = await render({ ...samplePage('bill'), isUnlocked: true, card }, { nonce: NONCE });
      const beside = parse(html).querySelector(`[aria-labelledby="card-${card.key}"]`);
      expect(beside?.querySelector('h2')?.textContent).toBe(card.title);
      expect(beside?.querySelector('input[name=act][value=away]')).not.toBeNull();
    },
  );

  it.each(EVERY)('asks the content policy for nothing but its nonce: %s in %s', async (name, language) => {
    const html = await renderSample(name, { language });
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son\w+=/);
    for (const [tag] of html.matchAll(/<(?:style|script)\b[^>]*>/g)) {
      expect(tag.includes(`nonce="${NONCE}"`) || tag.includes('type="application/json"')).toBe(true);
    }
  });

  it.each(Object.keys(sampleViews))(
    'without a nonce tells each text that the policy has to allow, and is the same each time: %s',
    async (name) => {
      const { html, inline } = await render(samplePage(name), {});
      expect(html).not.toContain('nonce=');
      const textsOf = (tag: string) =>
        [...html.matchAll(new RegExp(`<${tag}(?![^>]*application/json)[^>]*>(.*?)</${tag}>`, 'gs'))].map(
          ([, text]) => text,
        );
      expect(inline.styles).toEqual(textsOf('style'));
      expect(inline.scripts).toEqual(textsOf('script'));
      expect((await render(samplePage(name), {})).html).toBe(html);
    },
  );

  it.each([
    ['bill', true],
    ['account', false],
    ['pay-saved', false],
    ['nothing-due-receipt', false],
    ['expired', false],
    ['fresh-link-sent', false],
    ['unknown-link', false],
    ['slow-down', false],
    ['pay', true],
    ['settled', true],
    ['checking', true],
  ])('sends script with %s: %s', async (name, hasScript) => {
    expect((await renderSample(name)).includes('<script')).toBe(hasScript);
  });

  it('lets nothing that a bill says end the state or become an element', async () => {
    const html = await renderSample('pay-long', {
      biller: { ...samplePage('pay').biller, name: '</title><img src=x>' },
    });
    const document = parse(html);
    expect(document.querySelectorAll('script')).toHaveLength(2);
    expect(document.querySelector('img, b')).toBeNull();
    expect(document.title).toContain('</title><img src=x>');
    const state = JSON.parse(document.getElementById('state')?.textContent ?? '');
    expect(state.view.bill.description).toContain('</script><script>alert(1)</script>');
  });

  it('gives the pay step as a plain form that carries what was shown', async () => {
    const form = parse(await renderSample('pay')).querySelector('form');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.getAttribute('action')).toBe('/k7F2mQ9x/pay');
    const values = Object.fromEntries(
      [...(form?.querySelectorAll('input') ?? [])].map((i) => [i.name, i.value]),
    );
    expect(values).toMatchObject({ paymentId: 'pay_1', statedMinor: '8420', nonce: '' });
    expect(form?.querySelector<HTMLInputElement>('input[name=keepCard]')?.checked).toBe(false);
  });

  it('carries a chosen language on through every link and form, and only a chosen one', async () => {
    const chosen = parse(await renderSample('bill', { language: 'es', isLanguageChosen: true }));
    expect(chosen.querySelector('main .primary-button')?.getAttribute('href')).toBe('/k7F2mQ9x/pay?lang=es');
    const known = parse(await renderSample('expired', { language: 'es' }));
    expect(known.querySelector('main form')?.getAttribute('action')).toBe('/k7F2mQ9x/fresh');
  });

  it.each(['bill', 'pay', 'expired'])(
    'offers the other languages on %s, each by its own name',
    async (name) => {
      const links = parse(await renderSample(name)).querySelectorAll('a[hreflang]');
      expect(
        [...links].map((link) => [link.getAttribute('href'), link.getAttribute('lang'), link.textContent]),
      ).toEqual([
        ['?lang=es', 'es', 'Español'],
        ['?lang=de', 'de', 'Deutsch'],
        ['?lang=sv', 'sv', 'Svenska'],
        ['?lang=nb', 'nb', 'Norsk'],
      ]);
    },
  );

  it('says on the waiting page that nobody pays twice, and asks again without script', async () => {
    const html = await renderSample('checking');
    expect(html).toContain('You will not be charged twice');
    expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"><\/noscript>/);
  });

  it('tells a browser without script what to do instead of the card form', async () => {
    const html = await renderSample('pay');
    expect(html).toMatch(/<noscript><style[^>]*>.pay__form,.pay__bar,.wallets\{display:none\}/);
    expect(html).toContain('Answer our text with PAY');
  });

  it('says that it is a sandbox, and only where it is one', async () => {
    expect(await renderSample('bill', { isSandbox: true })).toContain('no real money moves');
    expect(await renderSample('pay', { isSandbox: false })).not.toMatch(/no real money|4111/);
  });

  it('never prints an expiry date on a receipt', async () => {
    const text = parse(await renderSample('settled-kept')).querySelector('.receipt')?.textContent ?? '';
    expect(text).toContain('Visa ending in 4242');
    expect(text).not.toMatch(/2028|09\/|9\/28/);
  });

  it('does not claim that nothing was charged where a twin payment may have been', async () => {
    const alert = parse(await renderSample('pay-duplicate')).querySelector('[role=alert]:not(.pay__stuck)');
    expect(alert?.textContent).toContain('see if it is paid');
    expect(alert?.textContent).not.toContain('charged');
  });
});
