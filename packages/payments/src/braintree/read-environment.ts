import { Environment } from 'braintree';
import type { BraintreeSettings } from './braintree-settings.ts';

/** The place that the settings name, for the SDK. */
export function readEnvironment(environment: BraintreeSettings['environment']): Environment {
  if (environment === 'sandbox') return Environment.Sandbox;
  if (environment === 'production') return Environment.Production;
  const { host, port } = environment;
  return new Environment(host, String(port), `http://${host}:${port}`, false, host, String(port));
}
