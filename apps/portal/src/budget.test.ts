import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { samplePage } from './testing/sample-pages.ts';

/**
 * What the pages may weigh, gzipped, measured on the built files: on slow 4G (1.6 Mbit/s) 20 KB are a tenth of a second.
 */
const KB = 1024;
const dist = join(process.cwd(), 'dist');
const assets = join(dist, 'client/assets');
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const weigh = (names: string[]) =>
  names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0);

/**
 * The processor's library, with what its parts share; what the rolldown runtime holds is counted as ours. Its parts for 3-D
 * Secure, wallets and bank accounts are loaded only where somebody asks for them.
 */
const isVendor = (name: string) =>
  /^(assets|client|hosted-fields|three-d-secure|apple-pay|google-payment|paypal-checkout|venmo|us-bank-account)-/.test(
    name,
  );
const isWords = (name: string) => /^messages-/.test(name);

describe('the weight of the pay page', async () => {
  const { render }: typeof import('./entry-server.ts') = await import(join(dist, 'server/entry-server.js'));

  it.each(['bill', 'pay', 'settled-kept', 'checking', 'expired'])(
    'sends %s, with its style, in 20 KB before any touch',
    async (name) => {
      const { html } = await render(samplePage(name), { nonce: 'n' });
      expect(html).toContain('<style nonce="n">');
      expect(html).not.toMatch(/<link rel="stylesheet"|<script[^>]* src=/);
      expect(gzipSync(html).length).toBeLessThanOrEqual(20 * KB);
    },
  );

  it('loads no script at all on the page that a text links to, and carries one line of it', async () => {
    const { html } = await render(samplePage('bill'), { nonce: 'n' });
    expect(html).not.toMatch(/modulepreload|import\(|src=/);
    const scripts = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1] ?? '');
    expect(scripts.join('').length).toBeLessThan(400);
  });

  it('needs at most 10 KB of own script on the pay step, 35 KB with the card fields, and 60 KB of its own in all', () => {
    const own = scripts.filter((name) => !isVendor(name) && !isLighterWords(name));
    // Wallets and the bank’s confirmation are loaded when they are asked for.
    const atPaying = own.filter((name) =>
      /^(entry-card|open-card-form|make-client|preload-helper|rolldown-runtime|to-decimal|let-page-answer)-/.test(
        name,
      ),
    );
    expect(atPaying.length).toBeGreaterThan(4);
    expect(weigh(atPaying)).toBeLessThanOrEqual(10 * KB);
    const fields = scripts.filter((name) => /^(assets|hosted-fields)-/.test(name));
    expect(weigh([...atPaying, ...fields])).toBeLessThanOrEqual(35 * KB);
    const worker = gzipSync(readFileSync(join(dist, 'client/sw.js')), { level: 9 }).length;
    expect(weigh(own) + worker).toBeLessThanOrEqual(60 * KB);
  });

  it('names only scripts that the build made', async () => {
    const { html } = await render(samplePage('pay'), { nonce: 'n' });
    const named = [...html.matchAll(/"\/assets\/([^"]+)"/g)].map((match) => match[1]);
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(scripts).toContain(name);
  });

  it('keeps all code free of eval, which the content policy forbids', () => {
    for (const name of scripts) {
      expect(readFileSync(join(assets, name), 'utf8')).not.toMatch(/\beval\(|new Function\(/);
    }
  });
});

/** A reader loads the words of one language: only the heaviest is in the sum. */
function isLighterWords(name: string): boolean {
  const heaviest = scripts.filter(isWords).sort((a, b) => weigh([b]) - weigh([a]))[0];
  return isWords(name) && name !== heaviest;
}
