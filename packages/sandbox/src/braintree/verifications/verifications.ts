import { readAddress } from '../addresses/read-address.ts';
import { readCard } from '../cards/read-card.ts';
import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import { resolveNonce } from '../payment-methods/resolve-nonce.ts';
import type { Act } from '../state/gateway.ts';
import { checkPassThru } from '../transactions/check-extras.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors, refuseWith } from '../wire/collect-errors.ts';
import { cents } from '../wire/money.ts';
import { filled, group, isGroup } from '../wire/params.ts';
import { checkAccountType } from './check-account-type.ts';
import { verifyCard } from './verify-card.ts';
import { writeVerification } from './write-verification.ts';

/** GET /verifications/:id */
export const findVerification: Act = (gateway, call) => {
  const verification = gateway.state.verifications[call.path.id ?? ''];
  return verification
    ? answer({ verification: writeVerification(verification, gateway.clock.now()) })
    : notFound();
};

/** POST /verifications: checks a card without keeping it. */
export const createVerification: Act = (gateway, call) => {
  const sent = group(call.body.verification);
  const errors = collectErrors();
  const path = ['verification'];
  const nonce = filled(sent.paymentMethodNonce);
  const resolved = nonce === undefined ? undefined : resolveNonce(gateway, nonce);
  const card =
    resolved?.kind === 'good'
      ? resolved.instrument.card
      : readCard(group(sent.creditCard), [...path, 'creditCard'], errors);
  if (isGroup(sent.threeDSecurePassThru))
    checkPassThru(sent.threeDSecurePassThru, [...path, 'threeDSecurePassThru'], errors, '9421');
  const billing = readAddress(group(group(sent.creditCard).billingAddress), [...path, 'billing'], errors);
  const amount = filled(group(sent.options).amount);
  if (amount?.startsWith('-')) errors.add([...path, 'options'], 'amount', '94201');
  else if (amount !== undefined && cents(amount) === undefined)
    errors.add([...path, 'options'], 'amount', '94202');
  const options = group(sent.options);
  const accountType = filled(options.accountType);
  const accountId = filled(options.merchantAccountId);
  if (accountId && !merchantAccountOf(gateway, accountId))
    errors.add([...path, 'options'], 'merchantAccountId', '94204');
  checkAccountType(
    gateway,
    { type: accountType, accountId },
    [...path, 'options'],
    'accountType',
    { invalid: '942184', unsupported: '942185' },
    errors,
  );
  if (!card || !errors.isEmpty()) return errors.refuse(call.body);
  const verification = verifyCard(gateway, {
    card,
    billing,
    amount,
    merchantAccountId: accountId,
    accountType,
    threeDSecure: resolved?.kind === 'good' ? resolved.threeDSecure : null,
    customerId: null,
    rejection: resolved?.kind === 'good' ? resolved.rejection : undefined,
  });
  const shown = { verification: writeVerification(verification, gateway.clock.now()) };
  if (verification.status === 'verified') return answer(shown, 201);
  const message = verification.gatewayRejectionReason
    ? `Gateway Rejected: ${verification.gatewayRejectionReason}`
    : (verification.processor.text ?? '');
  return refuseWith(message, call.body, shown);
};
