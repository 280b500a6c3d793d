import { readCard } from '../cards/read-card.ts';
import { confirmedResult } from '../cards/three-d-secure-results.ts';
import { newNonce } from '../payment-methods/nonces.ts';
import type { Act } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { group, isGroup } from '../wire/params.ts';

/**
 * POST /three_d_secure/create_verification/:accountId: a card whose holder has been asked, as the vendor's own test suites
 * make one. There only in the vendor's sandbox.
 */
export const createThreeDSecure: Act = (gateway, call) => {
  const errors = collectErrors();
  const card = readCard(group(call.body.threeDSecureVerification), ['threeDSecureVerification'], errors);
  if (!card || !errors.isEmpty()) return errors.refuse(call.body);
  const id = gateway.newId(16);
  gateway.state.threeDSecure[id] = card.number;
  return answer(
    { threeDSecureVerification: { threeDSecureToken: id, threeDSecureAuthenticationId: id } },
    201,
  );
};

/** POST /three_d_secure/create_nonce/:accountId: the nonce of such a card. */
export const createThreeDSecureNonce: Act = (gateway, call) => {
  const errors = collectErrors();
  const sent = isGroup(call.body.creditCard) ? call.body.creditCard : call.body;
  const card = readCard(sent, ['creditCard'], errors);
  if (!card || !errors.isEmpty()) return errors.refuse(call.body);
  const nonce = newNonce(gateway, {
    token: null,
    instrument: { kind: 'credit_card', card },
    customerId: null,
  });
  nonce.threeDSecure = { ...confirmedResult(), threeDSecureAuthenticationId: gateway.newId(16) };
  return answer({ paymentMethodNonce: { nonce: nonce.nonce } }, 201);
};
