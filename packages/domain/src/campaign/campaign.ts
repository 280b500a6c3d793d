import type { Language } from '../locale/language.ts';

/** The texts that a campaign may send; whether one is advertising or information is its content's to say. */
export const CAMPAIGN_TEMPLATES = ['news', 'referral', 'office-closed', 'outage'] as const;

export type CampaignTemplate = (typeof CAMPAIGN_TEMPLATES)[number];

/** Whom a campaign is for; what is absent does not narrow it. Each list means "any of these". */
export interface Audience {
  languages?: readonly Language[] | undefined;
  /** Of the customer's address, as it was imported: NY. */
  regions?: readonly string[] | undefined;
  hasAutopay?: boolean | undefined;
  /** What is open on the account, in minor units, both ends included. */
  openMinor?: { min?: number | undefined; max?: number | undefined } | undefined;
  /** Whole days since the account was opened with us, both ends included. */
  tenureDays?: { min?: number | undefined; max?: number | undefined } | undefined;
  tags?: readonly string[] | undefined;
}

/** When a campaign stops by itself: too many of those whom it reached opt out. */
export interface Brake {
  windowMinutes: number;
  /** Below this many texts in the window no rate is believed. */
  minSent: number;
  maxOptOutPercent: number;
}

/** Everything that a campaign is to do, as data. */
export interface CampaignPlan {
  name: string;
  template: CampaignTemplate;
  /** What the template is told, per language; who reads another gets the biller's, and then whichever stands first. */
  words: Partial<Record<Language, Readonly<Record<string, string>>>>;
  audience: Audience;
  perMinute: number;
  /** Left out at random to measure against. */
  holdoutPercent: number;
  /** For how many days after a text its effect is counted. */
  measureDays: number;
  brake: Brake;
}
