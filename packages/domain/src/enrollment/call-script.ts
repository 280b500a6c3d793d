import type { Language } from '../locale/language.ts';

/** How a call ended, or stands. `pending` the caller agreed, and the handset has not answered yet. */
export type CallOutcome = 'pending' | 'declined' | 'call-back';

/** Why a call led to no enrollment; one for each no, so that a script can be judged by them. */
export const NO_REASONS = [
  'prefers-paper',
  'costs',
  'distrust',
  'other',
  'not-verified',
  'wrong-person',
  'no-mobile',
  'no-time',
  'hung-up',
  'already-enrolled',
] as const;

export type NoReason = (typeof NO_REASONS)[number];

/** What a choice does besides leading on. */
export type CallEffect =
  /** The wording was read out and agreed to: the handset itself is asked. */
  | { kind: 'ask-handset' }
  /** The caller wants no more paper; it counts when they agree to it in writing. */
  | { kind: 'note-paperless' }
  /** The caller wants bills to be charged by themselves; it counts when they give the mandate, on their own phone. */
  | { kind: 'note-autopay' }
  /** The link on which the caller types a card. It leaves as soon as the handset has confirmed. */
  | { kind: 'text-card-link' }
  | { kind: 'speak'; language: Language };

/** The most that a caller can be answered with on one step: the keys are 1 to 6. */
export const MOST_CHOICES = 6;

/**
 * What the caller may answer, in the order of the keys. `label` names its words on the key; a biller's own objection
 * brings the words along.
 */
export type CallChoice = { label: string; words?: string; effect?: CallEffect } & (
  | { next: string }
  | { ends: CallOutcome; reason?: NoReason }
);

export interface CallStep {
  id: string;
  /** Where it belongs on the list beside the script. */
  part: 'verify' | 'offer' | 'consent' | 'paperless' | 'autopay' | 'card' | 'close';
  /** Said only as an answer to a doubt; it comes back to the path. */
  isObjection?: true;
  /** A biller's own script may do without it. */
  isOptional?: true;
  /** Consent is only as good as the words that were read: this step says them, unshortened. */
  wording?: string;
  /** Nobody has read this step out in less: a flag for whoever looks into a bonus. */
  leastMs: number;
  /** The first is taken by Enter. */
  choices: readonly CallChoice[];
}

/** A script is never edited once a call went by it: a change is a new version, because enrollments name theirs. */
export interface CallScript {
  key: string;
  version: number;
  /** The step that it begins with. */
  first: string;
  steps: readonly CallStep[];
  /** What is said, by step; `{names}` are filled with the caller's facts. */
  words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}
