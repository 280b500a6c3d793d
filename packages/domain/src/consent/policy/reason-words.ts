import type { PolicyInput } from './policy-input.ts';
import type { PolicyRules } from './rule.ts';

/** A reason in plain words, with where it comes from. */
export interface ReasonWords {
  code: string;
  words: string;
  source: string;
}

/** What each reason that is no row of the table says, and the law or the carrier's rule behind it. */
const WORDS: Readonly<Record<string, readonly [words: string, source: string]>> = {
  CEASE_COMMUNICATION: ['they asked for all contact to end', '12 CFR 1006.6(c)'],
  ATTORNEY_REPRESENTED: ['a lawyer speaks for them', '12 CFR 1006.6(b)(2)'],
  BANKRUPTCY_STAY: ['they are bankrupt: nothing may be asked of them', '11 U.S.C. 362'],
  DECEASED: ['they have died', '12 CFR 1006.6(a)(4)'],
  NUMBER_REASSIGNED: ['the number belongs to somebody else now', '47 CFR 64.1200(l)'],
  NOT_SMS_CAPABLE: ['the number takes no texts: a landline, or unreachable', 'the carrier'],
  DISPUTE_PENDING: ['the debt is disputed', '12 CFR 1006.38(d)'],
  CONSENT_MISSING: ['they never agreed to such texts', '47 CFR 64.1200(a)(1)'],
  CONSENT_PENDING: ['they were asked, and have not answered', 'CTIA Messaging Principles 5.1'],
  CONSENT_LEVEL_TOO_LOW: ['what they agreed to does not cover this', '47 CFR 64.1200(a)(2)'],
  CONSENT_REVOKED: ['they said STOP', '47 CFR 64.1200(a)(10)'],
  CONSENT_REVOKED_MARKETING: ['they want no advertising', '47 CFR 64.1200(a)(10)'],
  EPRIVACY_OPT_IN_MISSING: ['they never agreed to advertising', 'ePrivacy Directive art. 13'],
  ONE_OPTIN_REQUEST_ONLY: ['they were asked once, and once is all', 'CTIA Messaging Principles 5.1'],
  STOP_CONFIRM_DUPLICATE: ['their STOP is confirmed already', '47 CFR 64.1200(a)(12)'],
  STOP_CONFIRM_LATE: ['a STOP is confirmed within five minutes or not at all', '47 CFR 64.1200(a)(12)'],
  STOP_CONFIRM_PROMOTIONAL: ['a confirmation of STOP must not advertise', '47 CFR 64.1200(a)(12)'],
  RND_STALE_60D: ['nobody has confirmed for 60 days that the number is still theirs', '12 CFR 1006.6(d)(5)'],
  CONTENT_OPT_OUT_MISSING: ['it does not say how to end such texts', '12 CFR 1006.6(e)'],
  CARRIER_3P_COLLECTION_FORBIDDEN: [
    'carriers take no collection for others from such a number',
    'carrier error 30863',
  ],
  PUBLIC_URL_SHORTENER: ['its link goes through a public shortener', 'carrier error 30449'],
  ALPHANUMERIC_UNSUPPORTED: ['a name cannot text to the United States', 'carriers of +1'],
  AMBIGUOUS_OPT_OUT: ['they may have asked for texts to end: a person decides', '47 CFR 64.1200(a)(10)'],
  NO_RULE_DATA: ['nobody has looked through the law of that country: a person decides', 'our own rule'],
  EMPTY_WINDOW: ['no minute suits every place where they may be: a person decides', 'our own rule'],
  POLICY_ERROR: ['the rules could not be applied, and what cannot be decided is not sent', 'our own rule'],
};

/** Says what a reason of an answer means; a rule's own name and source where it is a row of the table or a client's. */
export function reasonWords(code: string, input: PolicyInput, rules: PolicyRules): ReasonWords {
  const { clientWindows = [], clientCaps = [], clientBlocks = [] } = input.facts;
  const id = code.slice(code.indexOf(':') + 1);
  const row = [...rules.windows, ...rules.caps, ...clientWindows, ...clientCaps, ...clientBlocks].find(
    (one) => one.id === id,
  );
  if (row && code.includes(':'))
    return { code, words: row.name, source: `${row.source} (${row.confidence})` };
  const [words, source] = WORDS[code] ?? ['no words are kept for this', 'unknown'];
  return { code, words, source };
}
