import type { Role } from '../agent/role.ts';
import type { CreditKind, CreditRules } from './credit.ts';

/**
 * `bad-amount` not above nothing · `over-limit` more than this role may grant · `granted-before` the account has had its
 * credit for doing without paper · `not-offered` the biller gives none for it · `bad-day` it would have ended already.
 */
export type GrantRefusal = 'bad-amount' | 'over-limit' | 'granted-before' | 'not-offered' | 'bad-day';

export interface GrantFacts {
  kind: CreditKind;
  amountMinor: number;
  /** The last day on which it can be used, `YYYY-MM-DD`. */
  expiresOn: string | null;
  /** The account has had a paperless credit at any time. */
  hadPaperless: boolean;
  /** Who grants it; the operator and the rules are limited by nothing. */
  role?: Role | undefined;
}

/** Whether a credit may be granted. @param today the customer's own day, `YYYY-MM-DD` */
export function decideGrant(facts: GrantFacts, rules: CreditRules, today: string): GrantRefusal | undefined {
  const { kind, amountMinor, expiresOn } = facts;
  if (kind === 'paperless' && rules.paperlessMinor <= 0) return 'not-offered';
  if (kind === 'paperless' && facts.hadPaperless) return 'granted-before';
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return 'bad-amount';
  if (expiresOn !== null && expiresOn < today) return 'bad-day';
  return amountMinor > limitOf(facts.role, rules) ? 'over-limit' : undefined;
}

function limitOf(role: Role | undefined, { agentUpToMinor, leadUpToMinor }: CreditRules): number {
  if (role === undefined || role === 'admin') return Number.MAX_SAFE_INTEGER;
  if (role === 'agent') return agentUpToMinor;
  return role === 'lead' || role === 'manager' ? leadUpToMinor : 0;
}
