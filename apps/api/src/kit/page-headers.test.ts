import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Deps } from './deps.ts';
import { byNonce } from './inline-sources.ts';
import { setPageHeaders } from './page-headers.ts';
import type { VendorPart } from './vendor-hosts.ts';

const REAL: Deps = {
  context: () => {
    throw new Error('headers ask for nothing');
  },
  log: { info: () => undefined, warn: () => undefined },
  publicUrl: 'https://pay.example.com',
  isSandbox: false,
  render: async () => ({ html: '' }),
  assets: '',
};
const SANDBOX: Deps = { ...REAL, isSandbox: true, cardFieldsOrigin: 'http://127.0.0.1:4100' };

async function headersOf(deps: Deps, nonce = 'n1', parts: VendorPart[] = []): Promise<Headers> {
  const app = new Hono();
  app.get('/', (c) => {
    setPageHeaders(c, deps, { inline: byNonce(nonce), isListed: false, parts });
    return c.html('');
  });
  return (await app.request('/')).headers;
}

/** The policy as a table: what each directive allows. */
async function policyOf(deps: Deps, nonce?: string, parts?: VendorPart[]): Promise<Map<string, string[]>> {
  const policy = (await headersOf(deps, nonce, parts)).get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe.each([
  ['the real processor', REAL],
  ['the sandbox', SANDBOX],
])('a page with %s', (_, deps) => {
  it('runs no script and no style but ours and those of this very answer', async () => {
    const policy = await policyOf(deps, 'fresh');
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-fresh'"]);
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-fresh'"]);
  });

  it('lets no script be written into the page, evaluated, or taken from anywhere', async () => {
    const policy = [...(await policyOf(deps)).values()].flat();
    expect(policy).not.toContain("'unsafe-inline'");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toContain('*');
    expect(policy).not.toContain('https:');
    expect(policy).not.toContain('http:');
  });

  it('applies one style attribute, known by its hash, and no other', async () => {
    const attributes = (await policyOf(deps)).get('style-src-attr') ?? [];
    expect(attributes).toEqual(["'unsafe-hashes'", expect.stringMatching(/^'sha256-[A-Za-z0-9+/]{43}='$/)]);
  });

  it('sends forms to us alone, and its addresses are not bent by a base', async () => {
    const policy = await policyOf(deps);
    expect(policy.get('form-action')).toEqual(["'self'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
  });

  it('says each thing once: a browser minds only the first of two equal directives', async () => {
    const policy = (await headersOf(deps)).get('content-security-policy') ?? '';
    expect((await policyOf(deps)).size).toBe(policy.split(';').length);
  });

  it('is kept by no cache, told to no other site, listed by no robot', async () => {
    const headers = await headersOf(deps);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

const ALL: VendorPart[] = ['fields', 'three-d-secure', 'apple-pay', 'google-pay', 'paypal', 'venmo'];

describe('the processor’s parts', () => {
  it('are reached from no page that has none of them', async () => {
    const policy = await policyOf(REAL);
    for (const directive of ['script-src', 'frame-src', 'connect-src', 'img-src', 'form-action']) {
      expect(policy.get(directive)?.filter((source) => source.startsWith('https'))).toEqual([]);
    }
  });

  it('let the card fields be framed and spoken to over TLS where they are the real ones', async () => {
    const policy = await policyOf(REAL, 'n', ['fields']);
    expect(policy.get('frame-src')).toEqual(["'self'", 'https://assets.braintreegateway.com']);
    for (const vendor of policy.get('connect-src')?.slice(1) ?? []) {
      expect(vendor).toMatch(/^https:\/\/([*a-z-]+\.)+(braintreegateway|braintree-api|paypal)\.com$/);
    }
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-n'"]);
  });

  it.each([
    ['paypal', 'script-src', 'https://*.paypal.com'],
    ['paypal', 'frame-src', 'https://*.paypal.com'],
    ['google-pay', 'script-src', 'https://pay.google.com'],
    ['google-pay', 'frame-src', 'https://pay.google.com'],
    ['three-d-secure', 'script-src', 'https://songbird.cardinalcommerce.com'],
    ['three-d-secure', 'frame-src', 'https:'],
    ['three-d-secure', 'form-action', 'https:'],
  ] as const)('open for %s, and for nothing else, %s to %s', async (part, directive, host) => {
    expect((await policyOf(REAL, 'n', ['fields', part])).get(directive)).toContain(host);
    const others = ALL.filter((other) => other !== part);
    expect((await policyOf(REAL, 'n', others)).get(directive)).not.toContain(host);
  });

  it('never let an inline or a foreign script in, whatever stands on the page', async () => {
    const scripts = (await policyOf(REAL, 'n', ALL)).get('script-src') ?? [];
    expect(scripts.filter((source) => /unsafe|^https:$|^\*/.test(source))).toEqual([]);
  });

  it('have windows of their own that may answer, and only theirs', async () => {
    const opener = async (parts: VendorPart[]) =>
      (await headersOf(REAL, 'n', parts)).get('cross-origin-opener-policy');
    expect(await opener(['fields', 'apple-pay', 'google-pay'])).toBe('same-origin');
    expect(await opener(['fields', 'paypal'])).toBe('same-origin-allow-popups');
  });

  it('are ours in the sandbox, and nothing of the processor’s is reached', async () => {
    const policy = await policyOf(SANDBOX, 'n', ALL);
    expect(policy.get('frame-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'nonce-n'"]);
  });
});

describe('framing', () => {
  it('is refused to everybody', async () => {
    expect((await policyOf(REAL)).get('frame-ancestors')).toEqual(["'none'"]);
  });

  it('is granted to the handset of the sandbox, where there is one, and to nobody else', async () => {
    const handsetOrigin = 'http://127.0.0.1:4200';
    expect((await policyOf({ ...SANDBOX, handsetOrigin })).get('frame-ancestors')).toEqual([handsetOrigin]);
  });
});

describe('TLS', () => {
  it('is insisted on for a year where the portal has it', async () => {
    expect((await headersOf(REAL)).get('strict-transport-security')).toMatch(/^max-age=31536000\b/);
  });

  it('is not asked for on a laptop, which would lock its other pages out', async () => {
    const headers = await headersOf({ ...SANDBOX, publicUrl: 'http://localhost:4000' });
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
