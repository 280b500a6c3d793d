/**
 * Stands in for the vendor's `client` on a page that reaches the sandbox through its own origin. The vendor's own
 * client refuses any address that is not one of its hosts; its card fields take an object that looks like it.
 */

/** The version of the vendor's library that this goes with; its components compare it. */
const version = '3.144.0';

/**
 * @param {{authorization: string}} options a client token of the sandbox
 * @returns a client for `hostedFields.create` and `usBankAccount.create`
 */
export async function create({ authorization }) {
  const token = JSON.parse(atob(authorization));
  const home = new URL('.', import.meta.url).href.replace(/\/$/, '');
  const configuration = {
    authorization,
    authorizationType: 'CLIENT_TOKEN',
    authorizationFingerprint: token.authorizationFingerprint,
    analyticsMetadata: {
      merchantAppId: location.host,
      platform: 'web',
      sdkVersion: version,
      source: 'client',
      integration: 'custom',
      integrationType: 'custom',
      sessionId: crypto.randomUUID(),
    },
    gatewayConfiguration: {
      environment: 'sandbox',
      merchantId: token.merchantId,
      assetsUrl: home,
      clientApiUrl: home,
      challenges: token.challenges,
      creditCards: token.creditCards,
      threeDSecureEnabled: false,
      usBankAccount: token.usBankAccount,
    },
  };
  const getConfiguration = () => structuredClone(configuration);
  return {
    getVersion: () => version,
    getConfiguration,
    toJSON: getConfiguration,
    request: (options) => request(home, configuration, options),
    teardown: async () => undefined,
  };
}

async function request(home, { authorizationFingerprint }, { api, endpoint, data }) {
  if (api !== 'graphQLApi' && endpoint !== 'payment_methods/credit_cards') {
    throw new Error(`The sandbox does not know ${endpoint}`);
  }
  const response = await fetch(api === 'graphQLApi' ? `${home}/graphql` : `${home}/tokenize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${authorizationFingerprint}` },
    body: JSON.stringify(api === 'graphQLApi' ? data : { ...data, authorizationFingerprint }),
  });
  const body = await response.json();
  if (!response.ok || body.errors) {
    const error = new Error(
      body.error?.message ?? body.errors?.[0]?.message ?? 'The sandbox refused the request',
    );
    throw Object.assign(error, {
      code: 'CLIENT_REQUEST_ERROR',
      details: { originalError: body, httpStatus: response.status },
    });
  }
  return { ...body, _httpStatus: response.status };
}
