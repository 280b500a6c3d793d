import type { ConsentStanding, ConsentState } from './consent.ts';
import type { ConsentLevel } from './policy/policy-input.ts';
import type { Category } from './policy/rule.ts';

/**
 * What a phone's consents come to for a category. A STOP revokes everything, whatever else stands. Past-due messages need
 * a consent that mentioned them: that to bills alone does not do. Advertising that nobody agreed to stands as
 * the service does, so that the policy can tell a consent that is too weak from none.
 */
export function consentLevel(category: Category, standing: ConsentStanding): ConsentLevel {
  if (standing.service === 'revoked') return 'revoked_all';
  switch (category) {
    case 'marketing':
      if (standing.marketing === 'revoked') return 'revoked_mkt';
      return levelOf(standing.marketing ?? standing.service);
    case 'past_due':
    case 'collect3p':
      return levelOf(standing['past-due']);
    case 'optin':
      return isAnyPending(standing) ? 'pending' : levelOf(standing.service);
    case 'reply':
    case 'receipt':
    case 'info':
      return levelOf(standing.service);
  }
}

function levelOf(state: ConsentState | undefined): ConsentLevel {
  if (state === 'revoked') return 'revoked_all';
  return state ?? 'none';
}

function isAnyPending(standing: ConsentStanding): boolean {
  return Object.values(standing).includes('pending');
}
