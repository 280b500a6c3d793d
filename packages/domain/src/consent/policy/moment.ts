import { weekday, yearOf } from '../../time/day-number.ts';
import { type Calendar, holidaysOf } from '../../time/is-holiday.ts';
import type { Contact, PolicyFacts } from './policy-input.ts';
import type { ReadyCap, ReadyWindow, Span } from './ready-rules.ts';
import type { ZoneClock } from './zone-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** A week with a holiday on each of its days, and then some: past that a window never opens again. */
const DAYS_AHEAD = 400;

/** An instant on the wall clocks of all zones. */
export interface Moment {
  instant: number;
  clocks: readonly ZoneClock[];
  /** The earliest and the latest local date, in days since 1970. */
  earliestDay: number;
  latestDay: number;
}

export function momentAt(instant: number, clocks: readonly ZoneClock[]): Moment {
  let earliestDay = Number.POSITIVE_INFINITY;
  let latestDay = Number.NEGATIVE_INFINITY;
  for (const clock of clocks) {
    const day = localDay(clock, instant);
    if (day < earliestDay) earliestDay = day;
    if (day > latestDay) latestDay = day;
  }
  return { instant, clocks, earliestDay, latestDay };
}

/**
 * Until when a rule stands in the way, as an instant before which it surely does; 0 where it lets pass now, infinity where
 * it never will.
 */
export function windowBlockedUntil(window: ReadyWindow, moment: Moment): number {
  if (!isInForce(window, moment)) return 0;
  let until = 0;
  for (const clock of moment.clocks) {
    const opens = opensAt(window, clock, moment.instant);
    if (opens > until) until = opens;
  }
  return until === 0 ? 0 : Math.min(until, endOfForce(window, moment));
}

/** As of a window, for a cap with the contacts of the past. */
export function capBlockedUntil(cap: ReadyCap, moment: Moment, facts: PolicyFacts): number {
  if (!facts.history?.length || !isInForce(cap, moment)) return 0;
  const { hours, calDays = 0 } = cap.rule;
  const until =
    hours === undefined
      ? daysBlockedUntil(cap, calDays, moment, facts)
      : hoursBlockedUntil(cap, hours * HOUR_MS, moment.instant, facts);
  return until === 0 ? 0 : Math.min(until, endOfForce(cap, moment));
}

/** A rule begins with the latest date among the zones and ends with the earliest: in doubt it holds. */
export function isInForce({ from, to }: { from: number; to: number }, moment: Moment): boolean {
  return from <= moment.latestDay && to >= moment.earliestDay;
}

/** What ends with a day may let pass at the next midnight: no later than that is anything sure. */
function endOfForce({ to }: { to: number }, { clocks, instant }: Moment): number {
  if (to === Number.POSITIVE_INFINITY) return to;
  return Math.min(...clocks.map((clock) => startOfDay(clock, localDay(clock, instant) + 1, instant)));
}

function opensAt(window: ReadyWindow, clock: ZoneClock, instant: number): number {
  const { offsetMs, until } = clock.at(instant);
  const local = instant + offsetMs;
  const day = Math.floor(local / DAY_MS);
  const minute = (local - day * DAY_MS) / MINUTE_MS;
  const today = spanOn(window, day);
  if (today && minute >= today[0] && minute < today[1]) return 0;
  if (today && minute < today[0]) return Math.min(day * DAY_MS + today[0] * MINUTE_MS - offsetMs, until);
  for (let later = day + 1; later <= day + DAYS_AHEAD; later++) {
    const span = spanOn(window, later);
    // Where the clock is set before then, it is looked at anew from there.
    if (span) return Math.min(later * DAY_MS + span[0] * MINUTE_MS - offsetMs, until);
  }
  return Number.POSITIVE_INFINITY;
}

function spanOn({ spans, holidays }: ReadyWindow, day: number): Span {
  if (holidays && isHolidayOn(holidays, day)) return spans[7];
  return spans[weekday(day)];
}

function isHolidayOn(calendar: Calendar, day: number): boolean {
  return holidaysOf(calendar, yearOf(day)).has(day);
}

function hoursBlockedUntil(cap: ReadyCap, lengthMs: number, instant: number, facts: PolicyFacts): number {
  const counted: number[] = [];
  for (const contact of facts.history ?? []) {
    const age = instant - contact.at;
    if (age >= 0 && age < lengthMs && isCounted(cap, contact, facts)) counted.push(contact.at);
  }
  return releasedBy(counted, cap.rule.max, lengthMs);
}

/** Today counts as the first of the days, by the clock of the first zone. */
function daysBlockedUntil(
  cap: ReadyCap,
  days: number,
  { instant, clocks }: Moment,
  facts: PolicyFacts,
): number {
  const [clock] = clocks;
  if (!clock) return 0;
  const today = localDay(clock, instant);
  const counted: number[] = [];
  for (const contact of facts.history ?? []) {
    const ago = today - localDay(clock, contact.at);
    if (ago >= 0 && ago < days && isCounted(cap, contact, facts)) counted.push(today - ago);
  }
  const free = releasedBy(counted, cap.rule.max, days);
  return free === 0 ? 0 : startOfDay(clock, free, instant);
}

/** When so many have grown old that there is room for one more. */
function releasedBy(counted: number[], max: number, length: number): number {
  if (counted.length < max) return 0;
  counted.sort((one, other) => one - other);
  const last = counted[counted.length - max];
  return last === undefined ? Number.POSITIVE_INFINITY : last + length;
}

/** What a contact was about may not be known: then it counts, for it may have been about this. */
function isCounted({ rule }: ReadyCap, contact: Contact, { debt, subject }: PolicyFacts): boolean {
  if (!rule.counts.includes(contact.kind)) return false;
  if (rule.per === 'debt') return isSame(contact.debt, debt);
  return rule.per === 'recipient' || isSame(contact.subject, subject);
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

function localDay(clock: ZoneClock, instant: number): number {
  return Math.floor((instant + clock.at(instant).offsetMs) / DAY_MS);
}

/** The instant at which a later day begins, or an earlier one up to which the clock is known. */
function startOfDay(clock: ZoneClock, day: number, instant: number): number {
  const { offsetMs, until } = clock.at(instant);
  return Math.min(day * DAY_MS - offsetMs, until);
}
