import { addDays } from '../time/add-days.ts';
import type { Card, Journey } from './journey.ts';

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
}

/**
 * The one card that an account is shown beside its bill today: none where none is relevant. A notice may be news to
 * anybody; nothing is asked of, or offered to, somebody who is overdue or in dispute, and nothing is offered to who
 * objected to advertising (an offer on a page is no message, but it is advertising: EU directive 2002/58, article 13).
 */
export function pickCard(journey: Journey, situation: CardSituation): Card | undefined {
  const fitting = journey.cards.filter(
    (card) => isWelcome(card, situation) && isFor(card, situation) && !isOver(card, situation),
  );
  return fitting.sort((one, other) => rankOf(other) - rankOf(one))[0];
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

function isOver({ key, againAfterDays }: Card, { today, seen }: CardSituation): boolean {
  const doneOn = seen.find((one) => one.key === key)?.doneOn;
  if (!doneOn) return false;
  return againAfterDays === undefined || today < addDays(doneOn, againAfterDays);
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
