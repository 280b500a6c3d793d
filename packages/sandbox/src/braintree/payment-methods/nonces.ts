import { testCards } from '../cards/test-cards.ts';
import { testNonces } from '../cards/test-nonces.ts';
import { indicatorNames } from '../cards/write-card.ts';
import type { Act, Gateway } from '../state/gateway.ts';
import type { Instrument, Nonce } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import { methodOf } from './find-payment-method.ts';

/** POST /payment_methods/:token/nonces: a nonce for a vaulted method. */
export const createNonce: Act = (gateway, call) => {
  const method = methodOf(gateway, call);
  if (!method) return notFound();
  const nonce = newNonce(gateway, { token: method.token, instrument: null, customerId: method.customerId });
  return answer({ paymentMethodNonce: writeNonce(gateway, nonce, method.instrument) }, 201);
};

/** What the vendor's test suites call by another name. */
const threeDSecured = 'fake-three-d-secure-visa-full-authentication-nonce';

/** GET /payment_method_nonces/:nonce */
export const findNonce: Act = (gateway, call) => {
  const name = call.path.nonce ?? '';
  const test = testNonces[name === 'threedsecurednonce' ? threeDSecured : name];
  if (test?.instrument) {
    const shown = newNonceRecord(gateway, name, {
      token: null,
      instrument: test.instrument,
      customerId: null,
    });
    return answer({
      paymentMethodNonce: writeNonce(
        gateway,
        { ...shown, threeDSecure: test.threeDSecure ?? null },
        test.instrument,
      ),
    });
  }
  const nonce = gateway.state.nonces[name];
  const instrument = nonce?.token ? gateway.state.paymentMethods[nonce.token]?.instrument : nonce?.instrument;
  return nonce && instrument
    ? answer({ paymentMethodNonce: writeNonce(gateway, nonce, instrument) })
    : notFound();
};

interface NewNonce {
  token: string | null;
  instrument: Instrument | null;
  customerId: string | null;
  options?: Nonce['options'];
  isOneTime?: boolean;
  isContradictory?: boolean;
}

/** Makes a nonce: good once, for three hours. */
export function newNonce(gateway: Gateway, wanted: NewNonce): Nonce {
  const part = () => gateway.newId(6);
  const nonce = newNonceRecord(
    gateway,
    `tokencc_bc_${part()}_${part()}_${part()}_${part()}_${gateway.newId(3)}`,
    wanted,
  );
  gateway.state.nonces[nonce.nonce] = nonce;
  return nonce;
}

function newNonceRecord(gateway: Gateway, name: string, wanted: NewNonce): Nonce {
  return {
    nonce: name,
    createdAt: gateway.clock.now(),
    consumedAt: null,
    token: wanted.token,
    instrument: wanted.instrument,
    customerId: wanted.customerId,
    threeDSecure: null,
    ...(wanted.isOneTime ? { isOneTime: true } : {}),
    ...(wanted.isContradictory ? { isContradictory: true } : {}),
    options: wanted.options ?? { makeDefault: false, verifyCard: null, failOnDuplicate: false },
  };
}

const typeNames: Readonly<Record<string, string>> = {
  credit_card: 'CreditCard',
  us_bank_account: 'UsBankAccount',
  paypal_account: 'PayPalAccount',
  apple_pay_card: 'ApplePayCard',
  android_pay_card: 'AndroidPayCard',
  venmo_account: 'VenmoAccount',
  visa_checkout_card: 'VisaCheckoutCard',
  samsung_pay_card: 'SamsungPayCard',
  sepa_debit_account: 'SepaDebitAccount',
  local_payment: 'LocalPayment',
  meta_checkout_card: 'MetaCheckoutCard',
  meta_checkout_token: 'MetaCheckoutToken',
};

/** What the gateway tells of a nonce. */
export function writeNonce(gateway: Gateway, nonce: Nonce, instrument: Instrument): XmlObject {
  const { card } = instrument;
  return {
    nonce: nonce.nonce,
    type: typeNames[instrument.kind] ?? 'CreditCard',
    consumed: nonce.consumedAt !== null,
    default:
      nonce.token !== null && gateway.state.customers[nonce.customerId ?? '']?.defaultToken === nonce.token,
    description: card ? `ending in ${card.number.slice(-2)}` : '',
    details: card
      ? {
          bin: card.number.slice(0, 6),
          lastTwo: card.number.slice(-2),
          lastFour: card.number.slice(-4),
          cardType: card.cardType,
          cardholderName: card.cardholderName,
          expirationMonth: card.expirationMonth,
          expirationYear: card.expirationYear,
          ...instrument.details,
        }
      : {
          ...instrument.details,
          ...payerOf(instrument),
          ...(instrument.kind === 'venmo_account' ? { lastTwo: '99' } : {}),
        },
    binData: binData(instrument),
    threeDSecureInfo: nonce.threeDSecure,
    securityQuestions: null,
    isLocked: false,
  };
}

/** A PayPal nonce tells of the payer in a group of its own. */
function payerOf({ kind, details = {} }: Instrument): XmlObject {
  if (kind !== 'paypal_account') return {};
  const { payerEmail = null, payerFirstName = null, payerLastName = null, payerId = null } = details;
  return { payerInfo: { email: payerEmail, firstName: payerFirstName, lastName: payerLastName, payerId } };
}

function binData({ card }: Instrument): XmlObject | null {
  if (!card) return null;
  const indicators = card.indicators ?? testCards[card.number]?.indicators ?? {};
  const of = (name: string) => indicators[name] ?? 'Unknown';
  return Object.fromEntries(indicatorNames.map((name) => [name, of(name)]));
}
