import { readAddress } from '../addresses/read-address.ts';
import type { Card } from '../cards/card-record.ts';
import { readCard } from '../cards/read-card.ts';
import type { ClientRights } from '../client-token/create-client-token.ts';
import { newNonce } from '../payment-methods/nonces.ts';
import { cardNonceCodes, readMethod, storeReady, verifyReady } from '../payment-methods/store-card.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Nonce } from '../state/records.ts';
import { collectErrors, type FieldError } from '../wire/collect-errors.ts';
import { group, isTrue, type Params } from '../wire/params.ts';

export type Tokenized =
  | { kind: 'nonce'; nonce: Nonce; card: Card }
  | { kind: 'refused'; errors: FieldError[] };

/**
 * Makes a nonce of a card as the browser sent it. Where the client token names a customer and the request does not
 * decline validation, the card goes into the vault at once and the nonce stands for it, as with the vendor.
 */
export function tokenizeCard(gateway: Gateway, sent: Params, rights: ClientRights): Tokenized {
  const errors = collectErrors();
  const path = ['creditCard'];
  const card = readCard(sent, path, errors);
  const billing = readAddress(group(sent.billingAddress), [...path, 'billingAddress'], errors);
  if (!card || !errors.isEmpty()) return { kind: 'refused', errors: errors.list() };
  const { validate } = group(sent.options);
  if (rights.customerId && (validate === undefined || isTrue(validate))) {
    return vaultAtOnce(gateway, sent, rights, rights.customerId, card);
  }
  const nonce = newNonce(gateway, {
    token: null,
    customerId: rights.customerId,
    options: rights.options,
    instrument: {
      kind: 'credit_card',
      card,
      ...(Object.keys(billing).length ? { billingAddress: billing } : {}),
    },
  });
  return { kind: 'nonce', nonce, card };
}

function vaultAtOnce(
  gateway: Gateway,
  sent: Params,
  rights: ClientRights,
  customerId: string,
  card: Card,
): Tokenized {
  const errors = collectErrors();
  const { makeDefault, verifyCard, failOnDuplicate } = rights.options;
  const wanted: Params = {
    ...sent,
    options: {
      makeDefault,
      failOnDuplicatePaymentMethod: failOnDuplicate,
      ...(verifyCard === null ? {} : { verifyCard }),
    },
  };
  const ready = readMethod(gateway, wanted, ['creditCard'], errors, cardNonceCodes, customerId);
  if (!ready) return { kind: 'refused', errors: errors.list() };
  if (verifyReady(gateway, ready, {}, customerId)) {
    errors.add(['creditCard'], 'cvv', '81736');
    return { kind: 'refused', errors: errors.list() };
  }
  const method = storeReady(gateway, ready, customerId);
  const nonce = newNonce(gateway, { token: method.token, instrument: null, customerId });
  return { kind: 'nonce', nonce, card };
}
