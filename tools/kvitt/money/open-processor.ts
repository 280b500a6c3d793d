import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { createBraintree } from '@kvitt/payments/braintree/create-braintree';
import type { PaymentsPort } from '@kvitt/payments/payments-port';
import { readLocalKeys, readPorts } from '../../start/local-parts.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/**
 * The card processor that a command asks: the one whose keys the environment has, else the local sandbox, which `npm
 * start` runs.
 */
export function openProcessor(env: Record<string, string | undefined> = process.env): PaymentsPort {
  const merchantId = env.BRAINTREE_MERCHANT_ID;
  if (!merchantId) {
    const port = readPorts(env).cards;
    return open({ ...readLocalKeys(), environment: { host: '127.0.0.1', port }, useRequestKeys: true });
  }
  const { BRAINTREE_PUBLIC_KEY: publicKey, BRAINTREE_PRIVATE_KEY: privateKey } = env;
  if (!publicKey || !privateKey) {
    throw new CommandError(EXIT.usage, 'BRAINTREE_PUBLIC_KEY and BRAINTREE_PRIVATE_KEY are not set.');
  }
  const environment = readEnvironment(env.BRAINTREE_ENVIRONMENT ?? 'sandbox');
  const useRequestKeys = env.BRAINTREE_REQUEST_KEYS === 'true';
  return open({ merchantId, publicKey, privateKey, environment, useRequestKeys });
}

type Settings = Parameters<typeof createBraintree>[0];

function open({ merchantId, publicKey, privateKey, environment, useRequestKeys }: Settings): PaymentsPort {
  const timeoutMs = PROCESSOR_TIMEOUT_MS;
  return createBraintree({ merchantId, publicKey, privateKey, environment, useRequestKeys, timeoutMs });
}

function readEnvironment(environment: string): Settings['environment'] {
  if (environment === 'sandbox' || environment === 'production') return environment;
  if (!URL.canParse(environment)) {
    throw new CommandError(EXIT.usage, 'BRAINTREE_ENVIRONMENT is sandbox, production or an address.');
  }
  const { hostname, port } = new URL(environment);
  return { host: hostname, port: Number(port || 80) };
}
