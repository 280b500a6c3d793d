import { describe, expect, it } from 'vitest';
import { makeConsentKey } from './consent-signer.ts';
import { isSandboxed, readSettings } from './read-settings.ts';

const PRODUCTION = {
  KVITT_ENV: 'production',
  DATABASE_URL: 'postgresql://kvitt@db/kvitt',
  PUBLIC_URL: 'https://pay.example.com',
  PLIVO_AUTH_ID: 'MA1',
  PLIVO_AUTH_TOKEN: 'token',
  BRAINTREE_MERCHANT_ID: 'merchant',
  BRAINTREE_PUBLIC_KEY: 'public',
  BRAINTREE_PRIVATE_KEY: 'private',
  BRAINTREE_ENVIRONMENT: 'production',
  CONSENT_SIGNING_KEY: makeConsentKey(),
  CONSOLE_SECRET: 'k'.repeat(32),
};
const LAPTOP = {
  ...PRODUCTION,
  KVITT_ENV: undefined,
  PUBLIC_URL: 'http://127.0.0.1:4000',
  BRAINTREE_ENVIRONMENT: 'http://127.0.0.1:4020',
  PLIVO_API_URL: 'http://127.0.0.1:4010/v1/Account/MA1',
  HANDSET_ORIGIN: 'http://127.0.0.1:4010',
};

function problemsOf(env: Record<string, string | undefined>): string[] {
  const answer = readSettings(env);
  return answer.kind === 'refused' ? answer.problems : [];
}

function read(env: Record<string, string | undefined>) {
  const answer = readSettings(env);
  if (answer.kind === 'refused') throw new Error(answer.problems.join('; '));
  return answer.settings;
}

describe('production', () => {
  it('starts with real vendors and TLS', () => {
    expect(read(PRODUCTION)).toMatchObject({ KVITT_ENV: 'production', PORT: 4000, LOG_LEVEL: 'info' });
    expect(isSandboxed(read(PRODUCTION))).toBe(false);
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['with the carrier’s sandbox', { PLIVO_API_URL: LAPTOP.PLIVO_API_URL }, /^PLIVO_API_URL/],
    [
      'with our stand-in for the gateway',
      { BRAINTREE_ENVIRONMENT: LAPTOP.BRAINTREE_ENVIRONMENT },
      /^BRAINTREE_ENVIRONMENT/,
    ],
    ['with the gateway’s own sandbox', { BRAINTREE_ENVIRONMENT: 'sandbox' }, /^BRAINTREE_ENVIRONMENT/],
    ['without saying which gateway', { BRAINTREE_ENVIRONMENT: undefined }, /^BRAINTREE_ENVIRONMENT/],
    ['with pages that may be framed', { HANDSET_ORIGIN: LAPTOP.HANDSET_ORIGIN }, /^HANDSET_ORIGIN/],
    ['without the key of the consent ledger', { CONSENT_SIGNING_KEY: undefined }, /^CONSENT_SIGNING_KEY/],
    [
      'with a sign-in of the company’s that has no TLS',
      {
        CONSOLE_OIDC_ISSUER: 'http://id.example.com',
        CONSOLE_OIDC_CLIENT_ID: 'kvitt',
        CONSOLE_OIDC_CLIENT_SECRET: 'secret',
      },
      /^CONSOLE_OIDC_ISSUER has no TLS/,
    ],
    [
      'with half of the company’s sign-in',
      { CONSOLE_OIDC_CLIENT_ID: 'kvitt' },
      /^CONSOLE_OIDC_ISSUER, .*all three/,
    ],
    ['without TLS', { PUBLIC_URL: 'http://pay.example.com' }, /^PUBLIC_URL/],
  ])('refuses to start %s', (_, changed, problem) => {
    expect(problemsOf({ ...PRODUCTION, ...changed })).toEqual([expect.stringMatching(problem)]);
  });

  it('names every problem at once', () => {
    expect(problemsOf({ ...LAPTOP, KVITT_ENV: 'production' })).toHaveLength(4);
  });
});

describe('a laptop', () => {
  it('starts with stand-ins for both vendors, and says that they are', () => {
    expect(isSandboxed(read(LAPTOP))).toBe(true);
    expect(read(LAPTOP).KVITT_ENV).toBe('development');
  });

  it.each([
    ['the carrier', { PLIVO_API_URL: undefined }],
    ['the gateway', { BRAINTREE_ENVIRONMENT: 'sandbox' }],
  ])('may try %s for real beside the other’s stand-in, and says that one is', (_, changed) => {
    expect(isSandboxed(read({ ...LAPTOP, ...changed }))).toBe(true);
  });
});

describe('settings', () => {
  it.each([
    'DATABASE_URL',
    'PUBLIC_URL',
    'PLIVO_AUTH_ID',
    'PLIVO_AUTH_TOKEN',
    'BRAINTREE_MERCHANT_ID',
    'BRAINTREE_PUBLIC_KEY',
    'BRAINTREE_PRIVATE_KEY',
  ])('are refused without %s, which is named', (name) => {
    expect(problemsOf({ ...LAPTOP, [name]: undefined })).toEqual([`${name} is not set`]);
  });

  it.each<[string, string]>([
    ['DATABASE_URL', 'mysql://db/kvitt'],
    ['PUBLIC_URL', 'ftp://pay.example.com'],
    ['PUBLIC_URL', 'pay.example.com'],
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['PLIVO_AUTH_TOKEN', ''],
    ['KVITT_ENV', 'prod'],
    ['BRAINTREE_ENVIRONMENT', 'live'],
    ['BRAINTREE_REQUEST_KEYS', 'perhaps'],
    ['CONSENT_SIGNING_KEY', 'secret'],
    ['LOG_LEVEL', 'loud'],
  ])('are refused where %s is %j, and the secrets are not repeated', (name, value) => {
    const problems = problemsOf({ ...LAPTOP, PLIVO_AUTH_TOKEN: 'very-secret', [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
    expect(problems.join()).not.toContain('very-secret');
  });

  it.each([
    ['https://pay.example.com/', 'https://pay.example.com'],
    ['https://pay.example.com//', 'https://pay.example.com'],
    ['https://example.com/pay/', 'https://example.com/pay'],
  ])('take %s without its slash, because links and signatures are made from it', (given, used) => {
    expect(read({ ...PRODUCTION, PUBLIC_URL: given }).PUBLIC_URL).toBe(used);
  });
});
