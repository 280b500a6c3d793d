import { newAddress } from '../addresses/new-address.ts';
import { readAddress } from '../addresses/read-address.ts';
import { readCard } from '../cards/read-card.ts';
import type { Answer, Gateway } from '../state/gateway.ts';
import type { AddressFields, Instrument, PaymentMethod } from '../state/records.ts';
import { checkPassThru } from '../transactions/check-extras.ts';
import { checkAccountType } from '../verifications/check-account-type.ts';
import type { Verification } from '../verifications/verification-record.ts';
import { verifyCard } from '../verifications/verify-card.ts';
import { writeVerification } from '../verifications/write-verification.ts';
import { refuseWith, type ValidationErrors } from '../wire/collect-errors.ts';
import { cents } from '../wire/money.ts';
import { filled, group, isGroup, isTrue, type Params } from '../wire/params.ts';
import { type ResolvedNonce, resolveNonce } from './resolve-nonce.ts';
import { vaultInstrument } from './vault-instrument.ts';

/** An instrument that may go into the vault: found good, and verified where that was asked for. */
export interface ReadyMethod {
  instrument: Instrument;
  billing: AddressFields | null;
  billingAddressId: string | null;
  verification?: Verification;
  resolved?: Extract<ResolvedNonce, { kind: 'good' }>;
  sent: Params;
}

/** Codes for a nonce that cannot be used; they differ between `credit_card` and `payment_method` requests. */
export interface NonceCodes {
  consumed: string;
  unknown: string;
}

export const cardNonceCodes: NonceCodes = { consumed: '91731', unknown: '91732' };
export const methodNonceCodes: NonceCodes = { consumed: '93107', unknown: '93108' };

/**
 * Reads what is to be vaulted, from a nonce or from card fields, and checks token, billing address and duplicates.
 * Nothing is changed yet; what is wrong is added to `errors` under `path`.
 */
export function readMethod(
  gateway: Gateway,
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  codes: NonceCodes,
  customerId: string | null,
): ReadyMethod | undefined {
  checkToken(gateway, filled(sent.token), path, errors);
  const nonce = filled(sent.paymentMethodNonce);
  const resolved = nonce === undefined ? undefined : resolveNonce(gateway, nonce);
  if (resolved?.kind === 'consumed') errors.add(path, 'paymentMethodNonce', codes.consumed);
  if (resolved?.kind === 'unknown') errors.add(path, 'paymentMethodNonce', codes.unknown);
  if (resolved?.kind === 'luhn') errors.add(path, 'number', '81715');
  const good = resolved?.kind === 'good' ? resolved : undefined;
  // A customer is told of the kind of method that the nonce turned out to be.
  if (good?.isOneTime)
    errors.add(path[0] === 'customer' ? ['customer', 'paypalAccount'] : path, 'base', '82902');
  const instrument =
    nonce === undefined
      ? cardAlone(sent, path, errors)
      : good && overlay(good.instrument, sent, path, errors);
  const isCard = instrument === undefined || instrument.kind === 'credit_card';
  // What only a card has is passed over for everything else.
  const billing = isCard
    ? readBilling(gateway, sent, path, errors, customerId)
    : { billing: null, billingAddressId: null };
  if (instrument?.kind === 'credit_card')
    checkDuplicate(gateway, sent, good, instrument, path, errors, customerId);
  checkOptions(gateway, sent, path, errors);
  if (!instrument || !errors.isEmpty()) return undefined;
  return { instrument, ...billing, sent, ...(good ? { resolved: good } : {}) };
}

/** Verifies the card where asked to; gives back the 422 answer where the bank says no. */
export function verifyReady(
  gateway: Gateway,
  ready: ReadyMethod,
  body: Params,
  customerId: string | null,
  customerEmail: string | null = null,
): Answer | undefined {
  const options = group(ready.sent.options);
  const wants =
    options.verifyCard === undefined ? ready.resolved?.nonce?.options.verifyCard : isTrue(options.verifyCard);
  const { card } = ready.instrument;
  if (!wants || !card || ready.instrument.kind !== 'credit_card') return undefined;
  ready.verification = verifyCard(gateway, {
    card,
    billing: ready.billing ?? ready.instrument.billingAddress ?? {},
    amount: filled(options.verificationAmount),
    merchantAccountId: filled(options.verificationMerchantAccountId),
    customerId,
    customerEmail,
    accountType: filled(options.verificationAccountType),
    threeDSecure: ready.resolved?.threeDSecure ?? null,
    skipsFraudCheck: isTrue(options.skipAdvancedFraudChecking),
    rejection: ready.resolved?.rejection,
  });
  const { verification } = ready;
  if (verification.status === 'verified') return undefined;
  const message =
    verification.gatewayRejectionReason === null
      ? (verification.processor.text ?? 'Processor Declined')
      : `Gateway Rejected: ${verification.gatewayRejectionReason}`;
  return refuseWith(message, body, { verification: writeVerification(verification, gateway.clock.now()) });
}

/** Puts it into the vault; the nonce is used up. */
export function storeReady(gateway: Gateway, ready: ReadyMethod, customerId: string | null): PaymentMethod {
  const { sent, resolved } = ready;
  const options = group(sent.options);
  if (resolved?.nonce) resolved.nonce.consumedAt = gateway.clock.now();
  const fields = ready.billing ?? (ready.billingAddressId ? null : ready.instrument.billingAddress) ?? null;
  const address = fields && customerId ? newAddress(gateway, customerId, fields) : undefined;
  return vaultInstrument(gateway, {
    instrument: ready.instrument,
    customerId,
    token: filled(sent.token) ?? ready.instrument.wantedToken,
    billingAddressId: address ? `${customerId}/${address.id}` : ready.billingAddressId,
    makeDefault: isTrue(options.makeDefault) || (resolved?.nonce?.options.makeDefault ?? false),
    verificationIds: ready.verification ? [ready.verification.id] : [],
  });
}

function cardAlone(sent: Params, path: string[], errors: ValidationErrors): Instrument | undefined {
  const code = filled(sent.venmoSdkPaymentMethodCode);
  if (code !== undefined) {
    const number = /^stub-(\d+)$/.exec(code)?.[1];
    if (number) return cardAlone({ number, expirationDate: '12/2030' }, path, errors);
    errors.add(path, 'venmoSdkPaymentMethodCode', '91727', 'Invalid VenmoSDK payment method code');
    return undefined;
  }
  const card = readCard(sent, path, errors);
  return card ? { kind: 'credit_card', card } : undefined;
}

/** Card fields sent beside a nonce win over those that the nonce carries. */
function overlay(instrument: Instrument, sent: Params, path: string[], errors: ValidationErrors): Instrument {
  if (!instrument.card || instrument.kind !== 'credit_card') return instrument;
  const touched = ['number', 'expirationDate', 'expirationMonth', 'expirationYear', 'cardholderName', 'cvv'];
  if (!touched.some((name) => filled(sent[name]) !== undefined)) return instrument;
  const { cvv } = instrument.card;
  const card = readCard(sent, path, errors, instrument.card);
  return card ? { ...instrument, card: { ...(cvv === undefined ? {} : { cvv }), ...card } } : instrument;
}

export function checkToken(
  gateway: Gateway,
  token: string | undefined,
  path: string[],
  errors: ValidationErrors,
  inUse = '91719',
): void {
  if (token === undefined) return;
  if (token === 'all' || token === 'new') errors.add(path, 'token', '91721');
  else if (/[^A-Za-z0-9_-]/.test(token)) errors.add(path, 'token', '91718');
  else if (token.length > 36) errors.add(path, 'token', '91720');
  else if (gateway.state.paymentMethods[token]) errors.add(path, 'token', inUse);
}

export function readBilling(
  gateway: Gateway,
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  customerId: string | null,
): { billing: AddressFields | null; billingAddressId: string | null } {
  const id = filled(sent.billingAddressId);
  const given = isGroup(sent.billingAddress) ? sent.billingAddress : undefined;
  if (id && given) errors.add(path, 'base', '91701');
  if (id) {
    const key = `${customerId}/${id}`;
    if (!gateway.state.addresses[key]) errors.add(path, 'billingAddressId', '91702');
    return { billing: null, billingAddressId: key };
  }
  const billing = given ? readAddress(given, [...path, 'billingAddress'], errors) : null;
  return { billing: billing && Object.keys(billing).length ? billing : null, billingAddressId: null };
}

function checkDuplicate(
  gateway: Gateway,
  sent: Params,
  good: ReadyMethod['resolved'],
  instrument: Instrument,
  path: string[],
  errors: ValidationErrors,
  customerId: string | null,
): void {
  const options = group(sent.options);
  const anywhere =
    isTrue(options.failOnDuplicatePaymentMethod) || (good?.nonce?.options.failOnDuplicate ?? false);
  const ofCustomer = isTrue(options.failOnDuplicatePaymentMethodForCustomer);
  if (!anywhere && !ofCustomer) return;
  const same = Object.values(gateway.state.paymentMethods).filter(
    (method) =>
      method.instrument.card?.number === instrument.card?.number &&
      method.instrument.card?.expirationMonth === instrument.card?.expirationMonth &&
      method.instrument.card?.expirationYear === instrument.card?.expirationYear,
  );
  if (anywhere && same.length) errors.add(path, 'number', '81724');
  else if (ofCustomer && same.some((method) => method.customerId === customerId))
    errors.add(path, 'number', '81763');
}

function checkOptions(gateway: Gateway, sent: Params, path: string[], errors: ValidationErrors): void {
  const options = group(sent.options);
  if (isGroup(sent.threeDSecurePassThru))
    checkPassThru(sent.threeDSecurePassThru, [...path, 'threeDSecurePassThru'], errors, '9421');
  checkAccountType(
    gateway,
    {
      type: filled(options.verificationAccountType),
      accountId: filled(options.verificationMerchantAccountId),
    },
    [...path, 'options'],
    'verificationAccountType',
    { invalid: '91757', unsupported: '91758' },
    errors,
  );
  const amount = filled(group(sent.options).verificationAmount);
  if (amount === undefined) return;
  const at = [...path, 'options'];
  if (amount.startsWith('-')) errors.add(at, 'verificationAmount', '91739');
  else if (cents(amount) === undefined) errors.add(at, 'verificationAmount', '91740');
  else if ((cents(amount) ?? 0) > 9_999_999_999) errors.add(at, 'verificationAmount', '91752');
}
