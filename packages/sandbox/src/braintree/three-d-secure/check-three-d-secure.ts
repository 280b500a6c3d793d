import { threeDSecureResults } from '../cards/three-d-secure-results.ts';
import { merchantAccountOf } from '../merchant-accounts/merchant-account-of.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Source } from '../transactions/find-source.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, isGroup, type Params } from '../wire/params.ts';

const path = ['transaction'];

/**
 * Checks a charge that names an earlier 3-D Secure check, by its id or by the older token, or tells of one made elsewhere:
 * whether there is such a check, of this card, and whether the account takes it. Adds what is wrong.
 */
export function checkThreeDSecure(
  gateway: Gateway,
  sent: Params,
  source: Source,
  accountId: string,
  errors: ValidationErrors,
): void {
  const card = source.instrument.card;
  const checks = [
    { name: 'threeDSecureToken', unknown: '91568', other: '91570' },
    { name: 'threeDSecureAuthenticationId', unknown: '915196', other: '915197' },
  ];
  for (const { name, unknown, other } of checks) {
    const id = filled(sent[name]);
    if (id === undefined) continue;
    const number = gateway.state.threeDSecure[id] ?? fixedNumber(id);
    const fromNonce = source.threeDSecure?.threeDSecureAuthenticationId;
    if (fromNonce === id) continue;
    if (number === undefined) errors.add(path, name, unknown);
    else if (fromNonce !== undefined) errors.add(path, name, '915198');
    else if (card && number !== card.number) errors.add(path, name, other);
    if (name === 'threeDSecureAuthenticationId' && isGroup(sent.threeDSecurePassThru))
      errors.add(path, name, '915199');
  }
  const brands = merchantAccountOf(gateway, accountId)?.lacksThreeDSecureFor ?? [];
  if (isGroup(sent.threeDSecurePassThru) && card && brands.includes(card.cardType))
    errors.add(path, 'merchantAccountId', '915131');
}

/** The vendor's fixed ids stand for its first Visa card, like the nonces of the same name. */
function fixedNumber(id: string): string | undefined {
  const isFixed = threeDSecureResults().some(([nonce]) => nonce.replace(/-nonce$/, '-id') === id);
  return isFixed ? '4111111111111111' : undefined;
}
