import { addDays } from '../time/add-days.ts';
import type { Card, Journey, SurveyCard } from './journey.ts';

/** How an account stands on the day that its bill is looked at. */
export interface CardSituation {
  /** `YYYY-MM-DD`, both. */
  today: string;
  openedOn: string;
  postalCode: string | null;
  isOverdue: boolean;
  isDisputed: boolean;
  hasAutopay: boolean;
  isPaperless: boolean;
  /** Whether advertising was objected to. */
  hasObjected: boolean;
  /** What became of the cards that it was shown. */
  seen: readonly SeenCard[];
}

export interface SeenCard {
  key: string;
  /** `YYYY-MM-DD`, when it was answered, taken up or put away; null while it is only shown. */
  doneOn: string | null;
  /** When a text invited to it; null where none did. */
  invitedOn?: string | null | undefined;
}

/** Who was invited finds the survey in front for so many days. */
const INVITED_FOR_DAYS = 14;

/**
 * The one card that an account is shown beside its bill today: none where none is relevant. A notice may be news to
 * anybody; nothing is asked of, or offered to, somebody who is overdue or in dispute, and nothing is offered to who
 * objected to advertising (an offer on a page is no message, but it is advertising: EU directive 2002/58, article 13).
 */
export function pickCard(journey: Journey, situation: CardSituation): Card | undefined {
  const fitting = journey.cards.filter(
    (card) => isWelcome(card, situation) && isFor(card, situation) && !isOver(card, situation),
  );
  const rank = (card: Card) => (isInvited(card, situation) ? 3_000 : 0) + rankOf(card);
  return fitting.sort((one, other) => rank(other) - rank(one))[0];
}

/**
 * The survey that a text may invite an account to today: one that fits it, has an invitation, and to which it was not
 * invited before, unless it may come again by now. Undefined where there is none.
 */
export function pickInvitation(journey: Journey, situation: CardSituation): SurveyCard | undefined {
  const fitting = journey.cards.filter((card): card is SurveyCard => {
    if (card.kind !== 'survey' || card.inviteAfterDays === undefined) return false;
    const invitedOn = situation.seen.find(({ key }) => key === card.key)?.invitedOn;
    const isAgain = invitedOn ? isSince(invitedOn, card, situation.today) : true;
    return isAgain && isWelcome(card, situation) && isFor(card, situation) && !isOver(card, situation);
  });
  return fitting.sort((one, other) => rankOf(other) - rankOf(one))[0];
}

function isInvited({ key }: Card, { today, seen }: CardSituation): boolean {
  const invitedOn = seen.find((one) => one.key === key)?.invitedOn;
  return invitedOn ? today <= addDays(invitedOn, INVITED_FOR_DAYS) : false;
}

/** What concerns the house comes before what is asked, and that before what is offered; priorities speak within a kind. */
function rankOf(card: Card): number {
  return { notice: 2, survey: 1, offer: 0 }[card.kind] * 1_000 + card.priority;
}

function isWelcome(card: Card, situation: CardSituation): boolean {
  if (card.kind === 'notice') return true;
  if (situation.isOverdue || situation.isDisputed) return false;
  if (card.kind === 'survey') return true;
  if (card.isFollowUp || situation.hasObjected) return false;
  if (card.does === 'autopay') return !situation.hasAutopay;
  if (card.does === 'paperless') return !situation.isPaperless;
  return true;
}

function isFor(card: Card, { today, openedOn, postalCode }: CardSituation): boolean {
  const { from, to, months, tenureMonths, postalCodes } = card;
  if (from !== undefined && today < from) return false;
  if (to !== undefined && today > to) return false;
  if (months && !months.includes(Number(today.slice(5, 7)))) return false;
  if (postalCodes && !postalCodes.some((start) => postalCode?.startsWith(start))) return false;
  const tenure = monthsBetween(openedOn, today);
  return tenure >= (tenureMonths?.min ?? 0) && tenure <= (tenureMonths?.max ?? Number.POSITIVE_INFINITY);
}

function isOver(card: Card, { today, seen }: CardSituation): boolean {
  const doneOn = seen.find(({ key }) => key === card.key)?.doneOn;
  return doneOn ? !isSince(doneOn, card, today) : false;
}

/** Whether it may come again by its rule, so long after `day`. */
function isSince(day: string, { againAfterDays }: Card, today: string): boolean {
  return againAfterDays !== undefined && today >= addDays(day, againAfterDays);
}

/** Whole months from one day to another: from the 31st the next one begins on the last day of a short month or after it. */
function monthsBetween(from: string, to: string): number {
  const [year, month, day] = partsOf(from);
  const [laterYear, laterMonth, laterDay] = partsOf(to);
  return (laterYear - year) * 12 + (laterMonth - month) - (laterDay < day ? 1 : 0);
}

function partsOf(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
