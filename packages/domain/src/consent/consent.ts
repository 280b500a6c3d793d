/**
 * What a consent is for. `service` is bills and receipts · `past-due` a bill that is late, which the words agreed to must
 * mention · `marketing` advertising · `autopay` charging a kept card by itself · `reply-to-pay` charging it on a
 * reply alone · `paperless` bills without paper.
 */
export type ConsentPurpose = 'service' | 'past-due' | 'marketing' | 'autopay' | 'reply-to-pay' | 'paperless';

export const CONSENT_PURPOSES: readonly ConsentPurpose[] = [
  'service',
  'past-due',
  'marketing',
  'autopay',
  'reply-to-pay',
  'paperless',
];

/**
 * How a consent stands; without one there is no state at all. `pending` asked for, the phone has not answered · `express`
 * said or written by the customer · `confirmed` and answered from the phone itself · `pewc` prior express written consent
 * to advertising, 47 CFR 64.1200(f)(9) · `soft_optin` a customer's existing relation, which outside the United States
 * may do for advertising of the like · `revoked` STOP or any wording of it.
 */
export type ConsentState = 'pending' | 'express' | 'confirmed' | 'pewc' | 'soft_optin' | 'revoked';

/** How a change of consent came to us; `text` is the phone itself, `system` a term of ours that ran out. */
export type ConsentChannel = 'text' | 'carrier' | 'web' | 'oral' | 'written' | 'import' | 'system';

/**
 * What happened. `requested` the customer agreed elsewhere and the phone was asked to confirm it · `declined` it said no ·
 * `expired` it said nothing in time · `released` the phone was taken off its accounts, because it is not our customer's.
 */
export type ConsentAct =
  | 'requested'
  | 'granted'
  | 'soft-granted'
  | 'confirmed'
  | 'declined'
  | 'expired'
  | 'revoked'
  | 'restored'
  | 'released';

/** What an act is about: one purpose, or every one of the phone's at once, as a STOP is. */
export type ConsentScope = ConsentPurpose | 'all';

/** A phone's consents, by purpose; a purpose that is absent has none. */
export type ConsentStanding = Partial<Record<ConsentPurpose, ConsentState>>;
