import type { ResolvedNonce } from '../payment-methods/resolve-nonce.ts';
import { checkToken } from '../payment-methods/store-card.ts';
import { vaultInstrument } from '../payment-methods/vault-instrument.ts';
import { writePaymentMethod } from '../payment-methods/write-payment-method.ts';
import type { Answer, Call, Gateway } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import { isExempt, verificationMethods, verifyBankAccount } from './verify-bank-account.ts';

/** Vaults a bank account and verifies it in the way that the request names. */
export function createBankAccount(
  gateway: Gateway,
  call: Call,
  sent: Params,
  resolved: Extract<ResolvedNonce, { kind: 'good' }>,
  owner: string | null,
): Answer {
  const errors = collectErrors();
  const options = group(sent.options);
  checkToken(gateway, filled(sent.token), ['paymentMethod'], errors);
  const method = filled(options.usBankAccountVerificationMethod);
  if (method && !verificationMethods.has(method)) {
    errors.add(['paymentMethod', 'options'], 'usBankAccountVerificationMethod', '93121');
  }
  if (!errors.isEmpty()) return errors.refuse(call.body);
  if (resolved.nonce) resolved.nonce.consumedAt = gateway.clock.now();
  const account = vaultInstrument(gateway, {
    instrument: resolved.instrument,
    customerId: owner,
    token: filled(sent.token),
    makeDefault: isTrue(options.makeDefault),
    verified: false,
  });
  // The fixed test nonce and the exempt merchant are verified without being asked to.
  const needsNoAsking =
    resolved.nonce === undefined || isExempt(gateway, filled(options.verificationMerchantAccountId));
  const chosen = method ?? (needsNoAsking ? 'independent_check' : undefined);
  if (chosen) verifyBankAccount(gateway, account, chosen, filled(options.verificationAddOns) ?? null);
  return answer({ usBankAccount: writePaymentMethod(gateway, account) }, 201);
}
