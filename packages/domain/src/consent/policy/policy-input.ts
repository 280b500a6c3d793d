import type { BlockRule, CapRule, Category, Channel, ContactKind, WindowRule } from './rule.ts';

/** What somebody has agreed to on a phone, as the rules of contact know it. */
export type ConsentLevel = (typeof CONSENT_LEVELS)[number];

export const CONSENT_LEVELS = [
  'none',
  'pending',
  'express',
  'confirmed',
  'pewc',
  'soft_optin',
  'revoked_mkt',
  'revoked_all',
] as const;

/** One contact of the past, with the instant in milliseconds since 1970. */
export interface Contact {
  kind: ContactKind;
  at: number;
  debt?: string;
  subject?: string;
}

/** Everything that a decision depends on besides where, when, what for and to whom; what is absent is not known. */
export interface PolicyFacts {
  /**
   * Of the person, the number or the debt: cease, attorney, bankruptcy, deceased, reassigned, landline, unreachable,
   * dispute, review_hold; and those that rules name in `requires` and `waivedBy`.
   */
  flags?: readonly string[];
  history?: readonly Contact[];
  debt?: string;
  subject?: string;
  /** Days past due. */
  dpd?: number;
  /** What the message would come from: 10dlc, tollfree, shortcode, longcode, alphanumeric. */
  sender?: string;
  /** The address in the message. */
  url?: string;
  /** Days since the number was last confirmed to be this person's. */
  freshDays?: number;
  optoutInBody?: boolean;
  /** Opt-in requests that went out before. */
  optinSent?: number;
  /** `S` what the law asks · `P` and our own limits. */
  profile?: 'S' | 'P';
  replyKind?: string;
  /** Seconds since the customer's own text. */
  delayS?: number;
  promo?: boolean;
  alreadyConfirmed?: boolean;
  /** Who brought the message about: `customer` where they paid or asked. */
  trigger?: string;
  clientWindows?: readonly WindowRule[];
  clientCaps?: readonly CapRule[];
  clientBlocks?: readonly BlockRule[];
}

export interface PolicyInput {
  /** Where the person may be, by evidence: `US-NY`, `US-NY-NYC`, `NO`. */
  jur: readonly string[];
  /** Every IANA zone that the person may be in; caps by calendar day go by the first. */
  zones: readonly string[];
  /** The instant of sending, in milliseconds since 1970. */
  at: number;
  category: Category;
  channel: Channel;
  consent: ConsentLevel;
  facts: PolicyFacts;
}

export type Decision = 'ALLOW' | 'DEFER' | 'DENY' | 'REVIEW';

export interface PolicyAnswer {
  decision: Decision;
  /** All of them, as codes, hard ones first. */
  reasons: string[];
  /** For DEFER: the first minute at which every rule of time passes, in milliseconds since 1970; else null. */
  nextAllowedAt: number | null;
}
