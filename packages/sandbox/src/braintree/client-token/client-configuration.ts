import type { Gateway } from '../state/gateway.ts';

/** The brands that the emulated merchant takes. */
const cardTypes = ['American Express', 'Discover', 'JCB', 'MasterCard', 'Visa', 'Diners Club', 'UnionPay'];

/** The vendor's own host names: braintree-web refuses any other, so a test maps them to this server. */
export const vendorHosts = {
  assets: 'https://assets.braintreegateway.com',
  api: 'https://api.sandbox.braintreegateway.com:443',
  graphQL: 'https://payments.sandbox.braintree-api.com/graphql',
  analytics: 'https://origin-analytics-sand.sandbox.braintree-api.com',
};

/** What a client token and the configuration call tell braintree-web, in the REST form of both. */
export function clientConfiguration(gateway: Gateway, merchantAccountId?: string) {
  const { merchantId } = gateway.settings;
  const clientApiUrl = `${vendorHosts.api}/merchants/${merchantId}/client_api`;
  return {
    configUrl: `${clientApiUrl}/v1/configuration`,
    graphQL: { url: vendorHosts.graphQL, date: '2018-05-08', features: ['tokenize_credit_cards'] },
    clientApiUrl,
    environment: 'sandbox',
    merchantId,
    assetsUrl: vendorHosts.assets,
    authUrl: 'https://auth.venmo.sandbox.braintreegateway.com',
    venmo: 'off',
    challenges: ['cvv'],
    threeDSecureEnabled: false,
    analytics: { url: `${vendorHosts.analytics}/${merchantId}` },
    creditCards: { supportedCardTypes: cardTypes },
    paypalEnabled: false,
    merchantAccountId: merchantAccountId ?? null,
    usBankAccount: { routeId: merchantId, plaid: { publicKey: 'sandbox' } },
  };
}
