import { testNonces } from '../cards/test-nonces.ts';
import type { Act, Answer, Call, Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import { createBankAccount } from '../us-bank-accounts/create-bank-account.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup, isTrue, type Params } from '../wire/params.ts';
import { type ResolvedNonce, resolveNonce } from './resolve-nonce.ts';
import { cardNonceCodes, methodNonceCodes, readMethod, storeReady, verifyReady } from './store-card.ts';
import { vaultInstrument } from './vault-instrument.ts';
import { methodElements, writePaymentMethod } from './write-payment-method.ts';

/** POST /payment_methods: `payment_method` for any kind from a nonce, `credit_card` for a card with its fields. */
export const createPaymentMethod: Act = (gateway, call) => {
  const isCard = isGroup(call.body.creditCard);
  const sent = (isCard ? call.body.creditCard : call.body.paymentMethod) as Params | undefined;
  const path = [isCard ? 'creditCard' : 'paymentMethod'];
  const errors = collectErrors();
  if (!isGroup(sent)) {
    errors.add(['paymentMethod'], 'base', '93101');
    return errors.refuse(call.body);
  }
  const nonce = filled(sent.paymentMethodNonce);
  const resolved = nonce === undefined ? undefined : resolveNonce(gateway, nonce);
  const good = resolved?.kind === 'good' ? resolved : undefined;
  const owner = filled(sent.customerId) ?? good?.nonce?.customerId ?? null;
  checkOwner(gateway, owner, path, errors, isCard);
  const refreshed = filled(sent.paypalRefreshToken) !== undefined;
  if (!isCard && nonce === undefined && !refreshed) errors.add(path, 'paymentMethodNonce', '93103');
  if (!errors.isEmpty()) return errors.refuse(call.body);
  if (refreshed) return answer(storePayPal(gateway, sent, owner), 201);
  if (good?.token) return useVaulted(gateway, call, sent, good, owner);
  if (good?.instrument.kind === 'us_bank_account') return createBankAccount(gateway, call, sent, good, owner);
  // Errors stand under the kind of method that the nonce turned out to be.
  const at = !isCard && good ? [methodElements[good.instrument.kind]] : path;
  const ready = readMethod(gateway, sent, at, errors, isCard ? cardNonceCodes : methodNonceCodes, owner);
  if (!ready || !errors.isEmpty()) return errors.refuse(call.body);
  const refusal = verifyReady(gateway, ready, call.body, owner);
  if (refusal) return refusal;
  return answer(shown(gateway, storeReady(gateway, ready, owner)), 201);
};

/** The nonce of a method that is in the vault already makes no second one. */
function useVaulted(
  gateway: Gateway,
  call: Call,
  sent: Params,
  good: Extract<ResolvedNonce, { kind: 'good' }>,
  owner: string | null,
): Answer {
  const method = gateway.state.paymentMethods[good.token ?? ''];
  if (!method || method.customerId !== owner) {
    const errors = collectErrors();
    errors.add(['customer'], 'paymentMethodNonce', '91617');
    return errors.refuse(call.body);
  }
  if (good.nonce) good.nonce.consumedAt = gateway.clock.now();
  const customer = owner ? gateway.state.customers[owner] : undefined;
  if (customer && isTrue(group(sent.options).makeDefault)) customer.defaultToken = method.token;
  return answer(shown(gateway, method), 201);
}

/** An account from the refresh token of an older way of consent. */
function storePayPal(gateway: Gateway, sent: Params, owner: string | null) {
  const details = testNonces['fake-paypal-future-nonce']?.instrument?.details ?? {};
  const method = vaultInstrument(gateway, {
    instrument: {
      kind: 'paypal_account',
      details: {
        ...details,
        billingAgreementId: isTrue(sent.paypalVaultWithoutUpgrade) ? null : 'B-SANDBOX',
      },
    },
    customerId: owner,
    token: filled(sent.token),
    makeDefault: isTrue(group(sent.options).makeDefault),
  });
  return shown(gateway, method);
}

function shown(gateway: Gateway, method: PaymentMethod) {
  return { [methodElements[method.instrument.kind]]: writePaymentMethod(gateway, method) };
}

function checkOwner(
  gateway: Gateway,
  owner: string | null,
  path: string[],
  errors: ReturnType<typeof collectErrors>,
  isCard: boolean,
): void {
  if (owner === null) errors.add(path, 'customerId', isCard ? '91704' : '93104');
  else if (!gateway.state.customers[owner]) errors.add(path, 'customerId', isCard ? '91705' : '93105');
}
