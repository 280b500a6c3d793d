import type { ConsentLevel, PolicyInput } from './policy-input.ts';

/** Consent for texts about a bill: given by word or in writing, confirmed from the handset, or the written one. */
const SERVICE: readonly ConsentLevel[] = ['express', 'confirmed', 'pewc'];

/**
 * What is missing of consent. In the United States a text needs it (47 CFR 64.1200(a)(1)–(2), and carriers' rules for all
 * texts): advertising the written one, texts about bills any that was given, a request to opt in one that was given or is
 * under way. Elsewhere a contract carries what is about it, and advertising by wire needs an opt-in (ePrivacy Directive
 * art. 13). Who took back one purpose has kept the others; who said STOP has taken back all.
 */
export function consentReasons(input: PolicyInput): string[] {
  const { category, channel, facts } = input;
  if (category === 'reply' || (category === 'receipt' && facts.trigger === 'customer')) return [];
  if (channel === 'letter') return [];
  const reasons: string[] = [];
  const places = placesOf(input.jur);
  if (places.us && channel === 'sms') reasons.push(...unitedStates(input));
  else reasons.push(...takenBack(input));
  if (places.elsewhere && category === 'marketing') reasons.push(...elsewhere(input.consent));
  if (category === 'optin' && (facts.optinSent ?? 0) > 0) reasons.push('ONE_OPTIN_REQUEST_ONLY');
  return reasons;
}

function placesOf(jur: readonly string[]): { us: boolean; elsewhere: boolean } {
  let us = false;
  let elsewhere = false;
  for (const place of jur) {
    if (place === 'US' || place.startsWith('US-')) us = true;
    else elsewhere = true;
  }
  return { us, elsewhere };
}

function unitedStates({ category, consent }: PolicyInput): string[] {
  switch (consent) {
    case 'none':
      return ['CONSENT_MISSING'];
    case 'revoked_all':
      return ['CONSENT_REVOKED'];
    case 'revoked_mkt':
      return category === 'marketing' || category === 'optin' ? ['CONSENT_REVOKED_MARKETING'] : [];
    case 'pending':
      return category === 'optin' ? [] : ['CONSENT_PENDING'];
    default:
      return isEnough(category, consent) ? [] : ['CONSENT_LEVEL_TOO_LOW'];
  }
}

function isEnough(category: PolicyInput['category'], consent: ConsentLevel): boolean {
  if (category === 'marketing') return consent === 'pewc';
  return category === 'optin' ? consent === 'express' : SERVICE.includes(consent);
}

/** What was taken back is taken back everywhere, for texts and calls; what was agreed to for texts says nothing of e-mail. */
function takenBack({ category, channel, consent }: PolicyInput): string[] {
  if (channel === 'email') return [];
  if (consent === 'revoked_all') return ['CONSENT_REVOKED'];
  return consent === 'revoked_mkt' && category === 'marketing' ? ['CONSENT_REVOKED_MARKETING'] : [];
}

function elsewhere(consent: ConsentLevel): string[] {
  if (consent === 'pewc' || consent === 'soft_optin') return [];
  // Taken back is more than missing, and has been said.
  return consent === 'revoked_all' || consent === 'revoked_mkt' ? [] : ['EPRIVACY_OPT_IN_MISSING'];
}
