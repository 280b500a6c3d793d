import type { Card } from '../cards/card-record.ts';
import { vendorHosts } from '../client-token/client-configuration.ts';
import { readFingerprint } from '../client-token/create-client-token.ts';
import { identifyCaller } from '../identify-caller.ts';
import type { Gateway } from '../state/gateway.ts';
import { filled, group, type Params } from '../wire/params.ts';
import { quoteExchangeRates } from './quote-exchange-rates.ts';
import { tokenizeBankAccount } from './tokenize-bank-account.ts';
import { tokenizeCard } from './tokenize-card.ts';

/**
 * Answers the few GraphQL calls that the browser libraries make: configuration, a card's or a bank account's nonce.
 * `authorization` is the header: `Bearer` and a fingerprint, or the server's `Basic` for the ping of its SDKs.
 */
export function answerGraphQL(gateway: Gateway, body: Params, authorization: string): object {
  const query = filled(body.query) ?? '';
  const input = group(group(body.variables).input);
  if (/^\s*(query\b[^{]*)?\{\s*ping\s*\}/.test(query)) return { data: { ping: 'pong' } };
  if (query.includes('generateExchangeRateQuote')) {
    if (!isServer(gateway, authorization))
      return failure('Authentication credentials are invalid', { errorClass: 'AUTHENTICATION' });
    return quoteExchangeRates(gateway, group(group(body.variables).exchangeRateQuoteRequest));
  }
  const rights = readFingerprint(gateway, authorization.replace(/^Bearer\s+/i, ''));
  if (!rights) return failure('Authentication credentials are invalid', { errorClass: 'AUTHENTICATION' });
  if (query.includes('clientConfiguration')) return { data: { clientConfiguration: configuration(gateway) } };
  if (query.includes('tokenizeUsBankLogin') || query.includes('tokenizeUsBankAccount')) {
    const field = query.includes('tokenizeUsBankLogin') ? 'tokenizeUsBankLogin' : 'tokenizeUsBankAccount';
    const sent = group(field === 'tokenizeUsBankLogin' ? input.usBankLogin : input.usBankAccount);
    const nonce = tokenizeBankAccount(gateway, sent, rights);
    if (!nonce)
      return failure('Bank account is invalid', {
        errorClass: 'VALIDATION',
        inputPath: ['input', 'usBankAccount'],
      });
    const details = nonce.instrument?.details ?? {};
    return { data: { [field]: { paymentMethod: { id: nonce.nonce, details } } } };
  }
  if (query.includes('tokenizeCreditCard')) {
    const sent = { ...group(input.creditCard), options: group(input.options) };
    const made = tokenizeCard(gateway, sent, rights);
    if (made.kind === 'nonce') {
      return { data: { tokenizeCreditCard: { token: made.nonce.nonce, creditCard: cardOf(made.card) } } };
    }
    const errors = made.errors.map(({ path, attribute, code, message }) => ({
      message,
      path: ['tokenizeCreditCard'],
      extensions: {
        errorType: 'user_error',
        errorClass: 'VALIDATION',
        legacyCode: code,
        inputPath: ['input', ...path, camel(attribute)],
      },
    }));
    return { data: { tokenizeCreditCard: null }, errors };
  }
  return failure('This call is not emulated', { errorClass: 'NOT_IMPLEMENTED' });
}

/** Whether the caller is a merchant's server, with its keys. */
function isServer(gateway: Gateway, authorization: string): boolean {
  const { merchantId } = gateway.settings;
  return typeof identifyCaller(gateway, authorization, merchantId) !== 'number';
}

function failure(message: string, extensions: object): object {
  return { data: null, errors: [{ message, extensions }] };
}

function camel(attribute: string): string {
  return attribute.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function configuration(gateway: Gateway) {
  const { merchantId } = gateway.settings;
  return {
    analyticsUrl: `${vendorHosts.analytics}/${merchantId}`,
    environment: 'SANDBOX',
    merchantId,
    assetsUrl: vendorHosts.assets,
    clientApiUrl: `${vendorHosts.api}/merchants/${merchantId}/client_api`,
    creditCard: {
      supportedCardBrands: ['AMERICAN_EXPRESS', 'DISCOVER', 'JCB', 'MASTERCARD', 'VISA', 'UNION_PAY'],
      challenges: ['CVV'],
      threeDSecureEnabled: false,
      threeDSecure: null,
    },
    usBankAccount: { routeId: merchantId, plaidPublicKey: 'sandbox' },
    supportedFeatures: ['TOKENIZE_CREDIT_CARDS'],
  };
}

const brandCodes: Readonly<Record<string, string>> = {
  'American Express': 'AMERICAN_EXPRESS',
  'Diners Club': 'DINERS',
  'China UnionPay': 'UNION_PAY',
  Maestro: 'INTERNATIONAL_MAESTRO',
};

function cardOf(card: Card) {
  return {
    bin: card.number.slice(0, 6),
    brandCode: brandCodes[card.cardType] ?? card.cardType.toUpperCase(),
    last4: card.number.slice(-4),
    cardholderName: card.cardholderName,
    expirationMonth: card.expirationMonth,
    expirationYear: card.expirationYear,
    binData: null,
  };
}
