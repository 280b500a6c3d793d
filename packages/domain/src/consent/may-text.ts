import type { ConsentState } from './consent.ts';

/**
 * What a text is, for the rules. `reply` answers the customer's own text · `receipt` follows the customer's own payment ·
 * `service` is about a bill and comes unasked.
 */
export type TextPurpose = 'reply' | 'receipt' | 'service';

export interface TextFacts {
  purpose: TextPurpose;
  /** Undefined where nobody ever asked. */
  consent: ConsentState | undefined;
  /** Since when the consent stands as it does; undefined where there is none. */
  consentSince: Date | undefined;
  /** When the customer's own text or payment came that this one answers; undefined where it comes unasked. */
  askedAt: Date | undefined;
  lineType: 'mobile' | 'landline' | 'unknown';
  /** Since when the carrier says that this number cannot be reached, and in which words. */
  isUnreachable: boolean;
  /** The confirmation of STOP itself, the one text that may follow it (47 CFR 64.1200(a)(12)). */
  isStopConfirmation: boolean;
}

/** The texts that say that a STOP was heard: each goes out once, after it. */
export const STOP_CONFIRMATIONS: readonly string[] = ['stop-confirmed', 'wrong-party-noted'];

export type TextRefusal = 'CONSENT_REVOKED' | 'CONSENT_MISSING' | 'NOT_SMS_CAPABLE';

/**
 * May this text go to this phone? STOP ends everything but its own confirmation, a receipt and an answer under way
 * included (REV-11). Who writes or pays after STOP has asked again, and is answered: a reply to the customer's own text
 * needs no consent (CON-01).
 */
export function mayText(facts: TextFacts): { kind: 'allowed' } | { kind: 'refused'; refusal: TextRefusal } {
  if (facts.isStopConfirmation) return { kind: 'allowed' };
  if (facts.lineType === 'landline' || facts.isUnreachable) return refused('NOT_SMS_CAPABLE');
  if (facts.consent === 'revoked' && !isAskedSince(facts)) return refused('CONSENT_REVOKED');
  if (facts.purpose === 'service' && facts.consent === undefined) return refused('CONSENT_MISSING');
  return { kind: 'allowed' };
}

function isAskedSince({ askedAt, consentSince }: TextFacts): boolean {
  return askedAt !== undefined && consentSince !== undefined && askedAt > consentSince;
}

function refused(refusal: TextRefusal): { kind: 'refused'; refusal: TextRefusal } {
  return { kind: 'refused', refusal };
}
