import { readAddress } from '../addresses/read-address.ts';
import { readCard } from '../cards/read-card.ts';
import { resolveNonce } from '../payment-methods/resolve-nonce.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Instrument, Nonce, PaymentMethod } from '../state/records.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup, type Params } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** What is to be charged, and where it came from. */
export interface Source {
  instrument: Instrument;
  token: string | null;
  customerId: string | null;
  nonce?: Nonce;
  nonceName: string | null;
  rejection?: string;
  threeDSecure: XmlObject | null;
  isOneTime: boolean;
  cvv?: string;
  /** What the transaction shows of another merchant's part in it. */
  facilitated?: XmlObject;
}

/**
 * Finds the instrument of a transaction: nonce, token, card as sent, or the default of the customer.
 * Adds to `errors` under `transaction` what is wrong; nothing comes back then.
 */
export function findSource(gateway: Gateway, sent: Params, errors: ValidationErrors): Source | undefined {
  const shared = fromSharedVault(gateway, sent);
  if (shared) return shared;
  const nonceName = filled(sent.paymentMethodNonce) ?? filled(group(sent.creditCard).paymentMethodNonce);
  const token = filled(sent.paymentMethodToken);
  const hasCard = isGroup(sent.creditCard) && filled(sent.creditCard.number) !== undefined;
  if ([nonceName !== undefined, token !== undefined, hasCard].filter(Boolean).length > 1) {
    errors.add(['transaction'], 'base', '91515');
    return undefined;
  }
  if (nonceName !== undefined) return fromNonce(gateway, nonceName, sent, errors);
  if (token !== undefined) return fromToken(gateway, token, sent, errors);
  const code = filled(sent.venmoSdkPaymentMethodCode);
  if (code !== undefined) return fromCode(code, errors);
  const direct = fromWallet(sent);
  if (direct) return direct;
  if (isGroup(sent.creditCard) && Object.keys(sent.creditCard).some((key) => key !== 'cvv')) {
    return fromCard(sent.creditCard, errors);
  }
  return fromCustomer(gateway, sent, errors);
}

/** A method of the vault that several merchants share, for a program that acts in this one's name. */
function fromSharedVault(gateway: Gateway, sent: Params): Source | undefined {
  const { appId, merchantId } = gateway.settings;
  if (!appId) return undefined;
  const nonce = gateway.state.nonces[filled(sent.sharedPaymentMethodNonce) ?? ''];
  const token = filled(sent.sharedPaymentMethodToken) ?? nonce?.token ?? '';
  const method = gateway.state.paymentMethods[token];
  if (!method) return undefined;
  const source = fromVault(gateway, method, undefined);
  return { ...source, facilitated: facilitatedBy(gateway, { merchantId, clientId: appId }, undefined) };
}

/** In whose name, and by which program, a charge was made. */
function facilitatedBy(
  gateway: Gateway,
  granted: { merchantId: string; clientId?: string },
  nonceName: string | undefined,
): XmlObject {
  const app = gateway.settings.apps.find(({ clientId }) => clientId === granted.clientId);
  return {
    facilitatedDetails: {
      merchantId: granted.merchantId,
      merchantName: '14ladders',
      ...(nonceName === undefined ? {} : { paymentMethodNonce: nonceName }),
    },
    facilitatorDetails: {
      oauthApplicationClientId: granted.clientId ?? null,
      oauthApplicationName: app?.name ?? null,
      sourcePaymentMethodToken: null,
    },
  };
}

function fromNonce(
  gateway: Gateway,
  name: string,
  sent: Params,
  errors: ValidationErrors,
): Source | undefined {
  const found = resolveNonce(gateway, name);
  if (found.kind === 'consumed') errors.add(['transaction'], 'paymentMethodNonce', '91564');
  if (found.kind === 'unknown') errors.add(['transaction'], 'paymentMethodNonce', '91565');
  if (found.kind === 'luhn') errors.add(['transaction', 'creditCard'], 'number', '81715');
  if (found.kind !== 'good') return undefined;
  if (found.nonce?.isContradictory) {
    errors.add(['transaction', 'paypalAccount'], 'base', '82903');
    return undefined;
  }
  const vaulted = found.token ? gateway.state.paymentMethods[found.token] : undefined;
  const customerId = filled(sent.customerId);
  if (vaulted && customerId && vaulted.customerId !== customerId) {
    errors.add(['transaction'], 'paymentMethodNonce', '91516');
    return undefined;
  }
  const cardholderName = filled(group(sent.creditCard).cardholderName);
  if (cardholderName && found.instrument.card) found.instrument.card.cardholderName = cardholderName;
  return {
    instrument: withBilling(gateway, found.instrument, vaulted),
    token: found.token,
    customerId: vaulted?.customerId ?? null,
    nonceName: name,
    threeDSecure: found.threeDSecure,
    isOneTime: found.isOneTime,
    ...(found.nonce ? { nonce: found.nonce } : {}),
    ...(found.nonce?.granted ? { facilitated: facilitatedBy(gateway, found.nonce.granted, name) } : {}),
    ...(found.rejection ? { rejection: found.rejection } : {}),
    ...cvvOf(filled(group(sent.creditCard).cvv) ?? found.instrument.card?.cvv),
  };
}

function fromToken(
  gateway: Gateway,
  token: string,
  sent: Params,
  errors: ValidationErrors,
): Source | undefined {
  const method = gateway.state.paymentMethods[token];
  if (!method) {
    errors.add(['transaction'], 'paymentMethodToken', '91518');
    return undefined;
  }
  const customerId = filled(sent.customerId);
  if (customerId && method.customerId !== customerId) {
    errors.add(['transaction'], 'paymentMethodToken', '91516');
    return undefined;
  }
  return fromVault(gateway, method, filled(group(sent.creditCard).cvv));
}

/** A vaulted method, as it is charged. */
export function fromVault(gateway: Gateway, method: PaymentMethod, cvv: string | undefined): Source {
  return {
    instrument: withBilling(gateway, structuredClone(method.instrument), method),
    token: method.token,
    customerId: method.customerId,
    nonceName: null,
    threeDSecure: null,
    isOneTime: false,
    ...cvvOf(cvv),
  };
}

function withBilling(
  gateway: Gateway,
  instrument: Instrument,
  method: PaymentMethod | undefined,
): Instrument {
  const address = method?.billingAddressId ? gateway.state.addresses[method.billingAddressId] : undefined;
  return address ? { ...instrument, billingAddress: { ...address.fields, id: address.id } } : instrument;
}

/** Wallet data that the merchant decrypted itself, or a payment that PayPal was told of before. */
function fromWallet(sent: Params): Source | undefined {
  const payPal = group(sent.paypalAccount);
  if (filled(payPal.paymentId) !== undefined) {
    const details = { payerId: filled(payPal.payerId) ?? null, paymentId: filled(payPal.paymentId) ?? null };
    return alone({ kind: 'paypal_account', details });
  }
  for (const [field, kind] of [
    ['applePayCard', 'apple_pay_card'],
    ['androidPayCard', 'android_pay_card'],
    ['googlePayCard', 'android_pay_card'],
  ] as const) {
    const wallet = sent[field];
    if (!isGroup(wallet) || !filled(wallet.number)) continue;
    const number = filled(wallet.number) ?? '';
    return alone({
      kind,
      card: {
        number,
        cardType: number.startsWith('3')
          ? 'American Express'
          : number.startsWith('5')
            ? 'MasterCard'
            : 'Visa',
        expirationMonth: filled(wallet.expirationMonth)?.padStart(2, '0') ?? '12',
        expirationYear: filled(wallet.expirationYear) ?? '2030',
        cardholderName: filled(wallet.cardholderName) ?? null,
      },
      details: {
        ...(kind === 'apple_pay_card'
          ? { paymentInstrumentName: `Apple Pay ${number.slice(-4)}` }
          : { googleTransactionId: filled(wallet.googleTransactionId) ?? null, isNetworkTokenized: true }),
      },
    });
  }
  return undefined;
}

function alone(instrument: Instrument): Source {
  return { instrument, token: null, customerId: null, nonceName: null, threeDSecure: null, isOneTime: false };
}

/** A card behind a code of the wallet that Venmo had before: in the sandbox its number after a word. */
function fromCode(code: string, errors: ValidationErrors): Source | undefined {
  const number = /^stub-(\d+)$/.exec(code)?.[1];
  if (number) return fromCard({ number, expirationDate: '12/2030' }, errors);
  errors.add(['transaction'], 'venmoSdkPaymentMethodCode', '91727', 'Invalid VenmoSDK payment method code');
  return undefined;
}

function fromCard(sentCard: Params, errors: ValidationErrors): Source | undefined {
  const card = readCard(sentCard, ['transaction', 'creditCard'], errors);
  if (!card) return undefined;
  const billingAddress = isGroup(sentCard.billingAddress)
    ? readAddress(sentCard.billingAddress, ['transaction', 'billing'], errors)
    : undefined;
  return {
    instrument: { kind: 'credit_card', card, ...(billingAddress ? { billingAddress } : {}) },
    token: null,
    customerId: null,
    nonceName: null,
    threeDSecure: null,
    isOneTime: false,
    ...cvvOf(card.cvv),
  };
}

function fromCustomer(gateway: Gateway, sent: Params, errors: ValidationErrors): Source | undefined {
  const customerId = filled(sent.customerId);
  if (!customerId) {
    errors.add(['transaction'], 'base', '91508');
    return undefined;
  }
  const customer = gateway.state.customers[customerId];
  if (!customer) {
    errors.add(['transaction'], 'customerId', '91510');
    return undefined;
  }
  const method = customer.defaultToken ? gateway.state.paymentMethods[customer.defaultToken] : undefined;
  if (!method) {
    errors.add(['transaction'], 'customerId', '91511');
    return undefined;
  }
  return fromVault(gateway, method, filled(group(sent.creditCard).cvv));
}

function cvvOf(cvv: string | undefined): { cvv?: string } {
  return cvv === undefined ? {} : { cvv };
}
