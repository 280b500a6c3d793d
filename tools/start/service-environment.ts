import { type LocalKeys, type Ports, whatIsSandboxed } from './local-parts.ts';

interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The environment of the API and the worker: what was given, and the local sandbox's part for whatever was not, so that
 * each vendor can be switched to the real one by itself.
 */
export function serviceEnvironment(
  env: Record<string, string | undefined>,
  local: { databaseUrl: string; keys: LocalKeys; ports: Ports; consentKey?: string; pushKeys?: PushKeys },
): Record<string, string> {
  const { databaseUrl, keys, ports } = local;
  const sandboxed = whatIsSandboxed(env);
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    LOG_LEVEL: 'warn',
    PUBLIC_URL: `http://127.0.0.1:${ports.portal}`,
    ...(sandboxed.sms && {
      PLIVO_AUTH_ID: keys.plivoAuthId,
      PLIVO_AUTH_TOKEN: keys.plivoAuthToken,
      PLIVO_API_URL: `http://127.0.0.1:${ports.handset}/v1/Account/${keys.plivoAuthId}`,
      HANDSET_ORIGIN: `http://127.0.0.1:${ports.handset}`,
    }),
    ...(sandboxed.payments && {
      BRAINTREE_MERCHANT_ID: keys.merchantId,
      BRAINTREE_PUBLIC_KEY: keys.publicKey,
      BRAINTREE_PRIVATE_KEY: keys.privateKey,
      BRAINTREE_ENVIRONMENT: `http://127.0.0.1:${ports.cards}`,
      BRAINTREE_REQUEST_KEYS: 'true',
      BRAINTREE_WALLETS: 'apple-pay,google-pay,paypal,venmo',
      BRAINTREE_BANK_ACCOUNTS: 'true',
    }),
    ...(local.pushKeys && {
      VAPID_PUBLIC_KEY: local.pushKeys.publicKey,
      VAPID_PRIVATE_KEY: local.pushKeys.privateKey,
    }),
    ...(local.consentKey !== undefined && { CONSENT_SIGNING_KEY: local.consentKey }),
    ...Object.fromEntries(given),
    PORT: String(ports.portal),
    DATABASE_URL: databaseUrl,
  };
}
