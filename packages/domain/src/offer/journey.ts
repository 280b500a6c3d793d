import type { Language } from '../locale/language.ts';

/** Everything that a biller has to show beside its bills, and to whom and when: data, saved in versions. */
export interface Journey {
  cards: readonly Card[];
}

export type Card = NoticeCard | SurveyCard | OfferCard;

/** For whom a card is, and when; what is absent does not narrow it. Each list means "any of these". */
export interface CardRule {
  /** Its name for good: what was answered or put away under it stays so in later versions. */
  key: string;
  /** `YYYY-MM-DD`, both ends included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Months of the year, 1 to 12. */
  months?: readonly number[] | undefined;
  /** Whole months since the account was opened with us, both ends included. */
  tenureMonths?: { min?: number | undefined; max?: number | undefined } | undefined;
  /** What a postal code begins with. */
  postalCodes?: readonly string[] | undefined;
  /** Of two cards that fit, the higher is shown. */
  priority: number;
  /** After so many days one that was answered or put away may come again; never where absent. */
  againAfterDays?: number | undefined;
}

/** Something that the neighbourhood should know: works in the street, a closed office. It asks for nothing. */
export interface NoticeCard extends CardRule {
  kind: 'notice';
  words: Words<{ title: string; body: string }>;
}

/** How likely are you to recommend us, from 0 to 10; and what follows. */
export interface SurveyCard extends CardRule {
  kind: 'survey';
  words: Words<{ title: string }>;
  /** The offer that a promoter is shown in its place. */
  promoterOffer?: string | undefined;
  /** So many days after a payment a text invites to it, where it fits the account that day; never where absent. */
  inviteAfterDays?: number | undefined;
}

/** Something to take up in place. */
export interface OfferCard extends CardRule {
  kind: 'offer';
  does: OfferAction;
  words: Words<{ title: string; body: string; action: string }>;
  /** Shown only as what follows an answer, never by itself. */
  isFollowUp?: boolean | undefined;
}

/** What taking an offer up does. Where it asks for an agent's work, somebody is wanted in the thread. */
export type OfferAction = 'autopay' | 'paperless' | 'upgrade' | 'downgrade' | 'tell-a-friend' | 'call-me';

export const OFFER_ACTIONS: readonly OfferAction[] = [
  'autopay',
  'paperless',
  'upgrade',
  'downgrade',
  'tell-a-friend',
  'call-me',
];

/** In each language that the biller writes it in; who reads another is shown the biller's own. */
export type Words<T> = Partial<Record<Language, T>>;
