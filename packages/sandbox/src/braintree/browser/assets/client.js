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

/**
 * Stands in for the vendor's `threeDSecure.verifyCard`: asks the person at the page, as their bank would in its own window,
 * and has the sandbox note the answer with the nonce.
 * @param {{authorization: string, nonce: string, amount: string}} options
 * @returns {Promise<string>} the nonce, confirmed
 */
export async function authenticate({ authorization, nonce, amount }) {
  const { authorizationFingerprint } = JSON.parse(atob(authorization));
  if (!(await askPerson(`Sandbox, not your bank: confirm ${amount}?`)))
    throw Object.assign(new Error('not confirmed'), { code: 'NOT_CONFIRMED' });
  const home = new URL('.', import.meta.url).href.replace(/\/$/, '');
  const response = await fetch(`${home}/authenticate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ authorizationFingerprint, nonce }),
  });
  if (!response.ok) throw Object.assign(new Error('not confirmed'), { code: 'NOT_CONFIRMED' });
  return nonce;
}

/** The vendor's test nonces of wallets, by what the wallets are called on a page. */
const wallets = {
  'apple-pay': ['Apple Pay', 'fake-apple-pay-visa-nonce'],
  'google-pay': ['Google Pay', 'fake-android-pay-visa-nonce'],
  paypal: ['PayPal', 'fake-paypal-one-time-nonce'],
  venmo: ['Venmo', 'fake-venmo-account-nonce'],
};

/**
 * Stands in for a wallet's own window.
 * @param {{kind: keyof typeof wallets, amount: string}} options
 * @returns {Promise<string | undefined>} its nonce; nothing where the person closes the window
 */
export async function payByWallet({ kind, amount }) {
  const [name, nonce] = wallets[kind];
  return (await askPerson(`Sandbox, not ${name}: pay ${amount}?`)) ? nonce : undefined;
}

/** A window that no bank or wallet would show, and says so. */
function askPerson(question) {
  const dialog = document.createElement('dialog');
  const words = document.createElement('p');
  words.textContent = question;
  const form = document.createElement('form');
  form.method = 'dialog';
  for (const [value, label] of [
    ['yes', 'Confirm'],
    ['no', 'Cancel'],
  ]) {
    const button = document.createElement('button');
    button.value = value;
    button.textContent = label;
    form.append(button);
  }
  dialog.append(words, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
