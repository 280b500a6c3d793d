import type { ConsentAct, ConsentChannel, ConsentPurpose, ConsentState } from './consent.ts';

/** What a step depends on: the act, and how the phone stands before it. */
export interface ConsentStep {
  act: ConsentAct;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  /** Of this purpose; undefined where there is none. */
  state: ConsentState | undefined;
  /** Of the phone's `service`: revoked, it silences every other purpose too. */
  serviceState: ConsentState | undefined;
}

/**
 * Why an act may not be recorded: it says nothing that does not stand already (`ALREADY_…`) · nothing was asked · only the
 * phone itself can say this · these words must be written · START is for texts about bills · it brings back what was revoked · after STOP only START
 * helps.
 */
export type ConsentRefusal =
  | 'ALREADY_ASKED'
  | 'ALREADY_GIVEN'
  | 'ALREADY_CONFIRMED'
  | 'NOTHING_PENDING'
  | 'HANDSET_ONLY'
  | 'WRITING_NEEDED'
  | 'RESTORES_BILLS_ONLY'
  | 'NOTHING_REVOKED'
  | 'CONSENT_REVOKED';

export type ConsentAnswer =
  | { kind: 'stepped'; state: ConsentState | undefined }
  | { kind: 'refused'; refusal: ConsentRefusal };

/**
 * The state that an act leads to, or why it may not be. Nothing but the phone's own START undoes a STOP, and it brings
 * back texts about bills alone: the service, and late bills where they were agreed to before. Nothing said on the phone to an agent, and nothing in a file, is a written consent
 * (15 USC 7001(c)(6); 47 CFR 64.1200(f)(9)).
 */
export function stepConsent(step: ConsentStep): ConsentAnswer {
  switch (step.act) {
    case 'requested':
      return request(step);
    case 'granted':
    case 'soft-granted':
      return grant(step);
    case 'confirmed':
      return confirm(step);
    case 'declined':
      return step.channel === 'text' ? endPending(step) : refused('HANDSET_ONLY');
    case 'expired':
      return endPending(step);
    case 'restored':
      return restore(step);
    case 'revoked':
      return stepped('revoked');
    case 'released':
      return stepped(step.state);
  }
}

function request({ purpose, state, serviceState }: ConsentStep): ConsentAnswer {
  if (state === 'pending') return refused('ALREADY_ASKED');
  if (isStopped(purpose, state, serviceState)) return refused('CONSENT_REVOKED');
  if (state === 'confirmed' || state === 'pewc') return refused('ALREADY_CONFIRMED');
  // Asking the phone takes nothing away from what the customer has said already.
  return stepped(state === 'express' || state === 'soft_optin' ? state : 'pending');
}

function grant({ act, purpose, channel, state, serviceState }: ConsentStep): ConsentAnswer {
  const isSoft = act === 'soft-granted';
  if (isSoft ? purpose !== 'marketing' : !isWritten(purpose, channel)) return refused('WRITING_NEEDED');
  if (isStopped(purpose, state, serviceState)) return refused('CONSENT_REVOKED');
  if (state === 'confirmed' || state === 'pewc') return refused('ALREADY_CONFIRMED');
  if (state === 'express' || (isSoft && state === 'soft_optin')) return refused('ALREADY_GIVEN');
  if (isSoft) return stepped('soft_optin');
  if (purpose === 'marketing') return stepped('pewc');
  return stepped(channel === 'text' ? 'confirmed' : 'express');
}

function confirm({ purpose, channel, state }: ConsentStep): ConsentAnswer {
  if (channel !== 'text') return refused('HANDSET_ONLY');
  if (state === 'revoked') return refused('CONSENT_REVOKED');
  if (state === 'confirmed' || state === 'pewc') return refused('ALREADY_CONFIRMED');
  if (state === undefined || state === 'soft_optin') return refused('NOTHING_PENDING');
  return stepped(purpose === 'marketing' ? 'pewc' : 'confirmed');
}

function restore({ purpose, channel, state }: ConsentStep): ConsentAnswer {
  if (channel !== 'text' && channel !== 'carrier') return refused('HANDSET_ONLY');
  if (purpose !== 'service' && purpose !== 'past-due') return refused('RESTORES_BILLS_ONLY');
  if (purpose === 'past-due' && state !== 'revoked') return refused('NOTHING_REVOKED');
  return state === 'confirmed' ? refused('ALREADY_CONFIRMED') : stepped('confirmed');
}

function endPending({ state }: ConsentStep): ConsentAnswer {
  return state === 'pending' ? stepped(undefined) : refused('NOTHING_PENDING');
}

/**
 * After a STOP to everything no purpose can be agreed to again before the phone is back. A purpose that was given up by
 * itself can be agreed to again; the service's own revocation is the STOP.
 */
function isStopped(
  purpose: ConsentPurpose,
  state: ConsentState | undefined,
  serviceState: ConsentState | undefined,
): boolean {
  return purpose === 'service' ? state === 'revoked' : serviceState === 'revoked';
}

/** Purposes that must be agreed to in writing: TCPA for advertising, Reg E and the card networks for charging, E-SIGN. */
const WRITTEN: ReadonlySet<ConsentPurpose> = new Set(['marketing', 'autopay', 'reply-to-pay', 'paperless']);

/** A text is writing too, but for advertising only where it confirms the words that were sent for that. */
function isWritten(purpose: ConsentPurpose, channel: ConsentChannel): boolean {
  if (!WRITTEN.has(purpose) || channel === 'web' || channel === 'written') return true;
  return channel === 'text' && purpose !== 'marketing';
}

function stepped(state: ConsentState | undefined): ConsentAnswer {
  return { kind: 'stepped', state };
}

function refused(refusal: ConsentRefusal): ConsentAnswer {
  return { kind: 'refused', refusal };
}
