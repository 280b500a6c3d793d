import type { Act, Gateway } from '../state/gateway.ts';
import { createBankAccount } from '../us-bank-accounts/create-bank-account.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, isGroup, type Params } from '../wire/params.ts';
import { resolveNonce } from './resolve-nonce.ts';
import { cardNonceCodes, methodNonceCodes, readMethod, storeReady, verifyReady } from './store-card.ts';
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
  const owner =
    filled(sent.customerId) ?? (resolved?.kind === 'good' ? resolved.nonce?.customerId : undefined) ?? null;
  checkOwner(gateway, owner, path, errors, isCard);
  if (!isCard && nonce === undefined && filled(sent.number) === undefined) {
    errors.add(path, 'paymentMethodNonce', '93103');
  }
  if (resolved?.kind === 'good' && resolved.instrument.kind === 'us_bank_account' && errors.isEmpty()) {
    return createBankAccount(gateway, call, sent, resolved, owner);
  }
  if (!isCard && nonce === undefined) return errors.refuse(call.body);
  const ready = readMethod(gateway, sent, path, errors, isCard ? cardNonceCodes : methodNonceCodes, owner);
  if (!ready || !errors.isEmpty()) return errors.refuse(call.body);
  const refusal = verifyReady(gateway, ready, call.body, owner);
  if (refusal) return refusal;
  const method = storeReady(gateway, ready, owner);
  return answer({ [methodElements[method.instrument.kind]]: writePaymentMethod(gateway, method) }, 201);
};

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
