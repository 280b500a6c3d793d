/** The errors of the vendor's library that end a tokenisation. */
const errors = {
  empty: [
    'CUSTOMER',
    'HOSTED_FIELDS_FIELDS_EMPTY',
    'All fields are empty. Cannot tokenize empty card fields.',
  ],
  invalid: [
    'CUSTOMER',
    'HOSTED_FIELDS_FIELDS_INVALID',
    'Some payment input fields are invalid. Cannot tokenize invalid card fields.',
  ],
  refused: ['CUSTOMER', 'HOSTED_FIELDS_FAILED_TOKENIZATION', 'The supplied card data failed tokenization.'],
  duplicate: [
    'CUSTOMER',
    'HOSTED_FIELDS_TOKENIZATION_FAIL_ON_DUPLICATE',
    "This credit card already exists in the merchant's vault.",
  ],
  cvv: [
    'CUSTOMER',
    'HOSTED_FIELDS_TOKENIZATION_CVV_VERIFICATION_FAILED',
    'CVV verification failed during tokenization.',
  ],
  network: ['NETWORK', 'HOSTED_FIELDS_TOKENIZATION_NETWORK_ERROR', 'A tokenization network error occurred.'],
};

function failure(name, details) {
  const [type, code, message] = errors[name];
  return [{ type, code, message, details }];
}

/**
 * Makes a nonce of what the fields hold; gives what the page expects: `[error]` or `[null, payload]`.
 * @param fields state and value of every field by its key
 * @param options what the page asked for
 * @param client the configuration that the page's client told of
 */
export async function tokenize(fields, options, client) {
  const keys = options.fieldsToTokenize ?? Object.keys(fields);
  const wanted = keys.filter((key) => fields[key]);
  if (wanted.every((key) => fields[key].isEmpty)) return failure('empty');
  const invalidFieldKeys = wanted.filter((key) => !fields[key].isValid);
  if (invalidFieldKeys.length) return failure('invalid', { invalidFieldKeys });
  const creditCard = cardOf(Object.fromEntries(wanted.map((key) => [key, fields[key].value])), options);
  let response;
  try {
    response = await send(creditCard, client);
  } catch {
    return failure('network');
  }
  return response.nonce ? [null, response] : refusal(response);
}

function cardOf(values, options) {
  const { expirationDate = '', expirationMonth, expirationYear, postalCode, ...rest } = values;
  const billingAddress = { ...options.billingAddress, ...(postalCode ? { postalCode } : {}) };
  return {
    ...rest,
    ...(options.cardholderName ? { cardholderName: options.cardholderName } : {}),
    expirationMonth: expirationMonth ?? expirationDate.slice(0, 2),
    expirationYear: expirationYear ?? expirationDate.slice(2),
    ...(Object.keys(billingAddress).length ? { billingAddress } : {}),
    options: { validate: options.vault === true },
  };
}

/** Through GraphQL where the client's configuration names it, as the vendor's frame does; else to this origin. */
async function send(creditCard, client) {
  const { graphQL } = client.gatewayConfiguration;
  const fingerprint = client.authorizationFingerprint;
  return graphQL ? sendGraphQL(graphQL.url, fingerprint, creditCard) : sendHere(fingerprint, creditCard);
}

async function sendHere(authorizationFingerprint, creditCard) {
  const response = await fetch(new URL('../../../tokenize', import.meta.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ authorizationFingerprint, creditCard }),
  });
  const body = await response.json();
  if (response.ok) return body.creditCards[0];
  const codes = (body.fieldErrors ?? [])
    .flatMap((group) => group.fieldErrors ?? [])
    .map((error) => error.code);
  return { codes, original: body };
}

const mutation = `mutation TokenizeCreditCard($input: TokenizeCreditCardInput!) {
  tokenizeCreditCard(input: $input) {
    token
    creditCard { bin brandCode last4 cardholderName expirationMonth expirationYear }
  }
}`;

const brandNames = {
  AMERICAN_EXPRESS: 'American Express',
  DINERS: 'Discover',
  DISCOVER: 'Discover',
  INTERNATIONAL_MAESTRO: 'Maestro',
  JCB: 'JCB',
  MASTERCARD: 'MasterCard',
  UNION_PAY: 'UnionPay',
  VISA: 'Visa',
};

async function sendGraphQL(url, fingerprint, { options, ...creditCard }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${fingerprint}`,
      'braintree-version': '2018-05-10',
    },
    body: JSON.stringify({
      query: mutation,
      operationName: 'TokenizeCreditCard',
      variables: { input: { creditCard, options } },
    }),
  });
  const { data, errors: found } = await response.json();
  if (found) return { codes: found.map((error) => error.extensions?.legacyCode), original: found };
  const { token, creditCard: made } = data.tokenizeCreditCard;
  return {
    nonce: token,
    type: 'CreditCard',
    description: `ending in ${made.last4.slice(-2)}`,
    details: {
      cardholderName: made.cardholderName,
      expirationMonth: made.expirationMonth,
      expirationYear: made.expirationYear,
      bin: made.bin,
      cardType: brandNames[made.brandCode] ?? 'Unknown',
      lastFour: made.last4,
      lastTwo: made.last4.slice(-2),
    },
    binData: null,
  };
}

function refusal({ codes, original }) {
  if (codes.includes('81724')) return failure('duplicate', { originalError: original });
  if (codes.includes('81736')) return failure('cvv', { originalError: original });
  return failure('refused', { originalError: original });
}
