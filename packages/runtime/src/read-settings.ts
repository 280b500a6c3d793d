import { WALLET_KINDS } from '@kvitt/domain/payment/payment-method';
import { z } from 'zod';
import { isConsentKey } from './consent-signer.ts';

/**
 * What a process is started with, from environment variables. Each vendor is switched to the real thing by itself, so
 * that a laptop can try one of them at a time; production takes no sandbox parts at all.
 */
const SETTINGS = z.object({
  KVITT_ENV: z.enum(['development', 'production']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Where customers and vendors reach us: links in texts, callbacks, signatures. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** How many proxies of ours stand before the API; each adds the address that it saw to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  PLIVO_AUTH_ID: z.string().min(1),
  PLIVO_AUTH_TOKEN: z.string().min(1),
  /** Another address than Plivo's own: the sandbox's. */
  PLIVO_API_URL: z.url().optional(),
  BRAINTREE_MERCHANT_ID: z.string().min(1),
  BRAINTREE_PUBLIC_KEY: z.string().min(1),
  BRAINTREE_PRIVATE_KEY: z.string().min(1),
  /** `sandbox` and `production` are Braintree's own; an address is our sandbox's. */
  BRAINTREE_ENVIRONMENT: z.union([z.enum(['sandbox', 'production']), z.url()]).default('sandbox'),
  /** Whether the merchant account has request keys (apiRequestKey). */
  BRAINTREE_REQUEST_KEYS: z.stringbool().default(false),
  /** The wallets that the merchant account takes, with commas between them; none where absent. */
  BRAINTREE_WALLETS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(WALLET_KINDS as [(typeof WALLET_KINDS)[number]]))),
  /** Whether the merchant account takes payments from US bank accounts (ACH). */
  BRAINTREE_BANK_ACCOUNTS: z.stringbool().default(false),
  /** The merchant's id at Google, which Google Pay wants outside of its tests. */
  GOOGLE_PAY_MERCHANT_ID: z.string().min(1).optional(),
  /** Ed25519, PKCS #8: what the worker seals the consent ledger with. */
  CONSENT_SIGNING_KEY: z.string().refine(isConsentKey, 'is not an Ed25519 private key').optional(),
  /** The pages that may show the portal in a frame: the sandbox's handset. */
  HANDSET_ORIGIN: z.url().optional(),
  /** Our keys for the browsers' push services (VAPID, RFC 8292), base64url: both, or no browser is sent notes. */
  VAPID_PUBLIC_KEY: z
    .string()
    .regex(/^[\w-]{87}$/, 'is no P-256 point in base64url')
    .optional(),
  VAPID_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, 'is no P-256 key in base64url')
    .optional(),
  /** Whom a push service writes to where something is wrong; PUBLIC_URL where absent. */
  VAPID_SUBJECT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  /** A push service beside the browsers' own: the sandbox's. */
  PUSH_SERVICE_URL: z.url({ protocol: /^http$/ }).optional(),
  /** What agents' cookies and stored secrets of theirs are signed with: at least 32 letters, the same for every API. */
  CONSOLE_SECRET: z.string().min(32).optional(),
  /** The company's own sign-in (OpenID Connect): all three of these, or none. */
  CONSOLE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  CONSOLE_OIDC_CLIENT_ID: z.string().min(1).optional(),
  CONSOLE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** How the company's own sign-in is called on its button. */
  CONSOLE_OIDC_NAME: z.string().min(1).optional(),
  /** What a Prometheus scrape of /metrics has to bring; without it there is no such page. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Settings = z.infer<typeof SETTINGS>;

export type SettingsAnswer =
  | { kind: 'read'; settings: Settings }
  /** One sentence per problem, each naming its variable. */
  | { kind: 'refused'; problems: string[] };

/** Reads a process's settings; with a sandbox part or without TLS it refuses to be production. */
export function readSettings(env: Record<string, string | undefined>): SettingsAnswer {
  const parsed = SETTINGS.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return env[name] === undefined ? `${name} is not set` : `${name}: ${issue.message}`;
    });
    return { kind: 'refused', problems };
  }
  const problems = [
    ...halfSet(parsed.data),
    ...(parsed.data.KVITT_ENV === 'production' ? notForProduction(parsed.data) : []),
  ];
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', settings: parsed.data };
}

function halfSet(settings: Settings): string[] {
  const names = ['CONSOLE_OIDC_ISSUER', 'CONSOLE_OIDC_CLIENT_ID', 'CONSOLE_OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return [`${missing.join(', ')}: not set, and the company’s own sign-in needs all three`];
}

function notForProduction(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.PLIVO_API_URL) {
    problems.push('PLIVO_API_URL names a sandbox: production texts through Plivo itself');
  }
  if (settings.BRAINTREE_ENVIRONMENT !== 'production') {
    problems.push('BRAINTREE_ENVIRONMENT is not "production": in production only real cards pay real bills');
  }
  if (settings.PUSH_SERVICE_URL) {
    problems.push(
      'PUSH_SERVICE_URL names a sandbox: production sends notes through the browsers’ own services',
    );
  }
  if (settings.HANDSET_ORIGIN) {
    problems.push('HANDSET_ORIGIN lets a sandbox page frame the portal: not in production');
  }
  if (!settings.CONSENT_SIGNING_KEY) {
    problems.push('CONSENT_SIGNING_KEY is not set: without it the consent ledger vouches for nothing');
  }
  if (!settings.CONSOLE_SECRET) {
    problems.push('CONSOLE_SECRET is not set: at least 32 random letters, the same for every API process');
  }
  if (settings.CONSOLE_OIDC_ISSUER && !settings.CONSOLE_OIDC_ISSUER.startsWith('https://')) {
    problems.push('CONSOLE_OIDC_ISSUER has no TLS: who signs agents in must be who they say');
  }
  if (!settings.PUBLIC_URL.startsWith('https://')) {
    problems.push('PUBLIC_URL has no TLS: links and callbacks need https in production');
  }
  return problems;
}

/** Whether any part is the sandbox's: the portal then says so on every page. */
export function isSandboxed(settings: Settings): boolean {
  return settings.PLIVO_API_URL !== undefined || settings.BRAINTREE_ENVIRONMENT.startsWith('http');
}

/** Why time cannot be moved with these settings; undefined where it can, because every vendor is the sandbox's. */
export function whyClockStands(settings: Settings): string | undefined {
  if (settings.KVITT_ENV === 'production') return 'in production the time is everyone’s';
  if (settings.PLIVO_API_URL === undefined)
    return 'texts go out through Plivo, to people who live in real time';
  if (!settings.BRAINTREE_ENVIRONMENT.startsWith('http'))
    return 'cards go through Braintree, whose time is its own';
  return undefined;
}
