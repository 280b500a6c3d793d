import { dayNumber } from '../../time/day-number.ts';
import type { Calendar } from '../../time/is-holiday.ts';
import type { PolicyFacts, PolicyInput } from './policy-input.ts';
import type { BlockRule, CapRule, Hours, PolicyRules, WindowRule } from './rule.ts';
import { RULES } from './rules.ts';

/** Minutes since midnight; undefined where the day is closed. */
export type Span = readonly [start: number, end: number] | undefined;

/** From and to, as days since 1970. */
interface Dated {
  from: number;
  to: number;
}

export interface ReadyWindow extends Dated {
  reason: string;
  rule: WindowRule;
  /** Monday to Sunday, then a holiday where it has hours of its own. */
  spans: readonly Span[];
  holidays: Calendar | undefined;
}

export interface ReadyCap extends Dated {
  reason: string;
  rule: CapRule;
}

/** The rules that hold for a kind of message to people of a place, whenever that may be. */
export interface ReadyRules {
  windows: readonly ReadyWindow[];
  caps: readonly ReadyCap[];
}

/** As picked by what few messages differ in, to be narrowed by what many do: flags and days past due. */
interface Picked extends ReadyRules {
  isNarrowed: boolean;
}

type AnyRule = WindowRule | CapRule | BlockRule;

const HOLIDAY = 7;

/** The order in which reasons are named: that of the table, whichever order the rules come in. */
const PLACES = new Map([...RULES.windows, ...RULES.caps].map(({ id }, place) => [id, place]));

/** Rules that were made ready, by table and by what was asked. */
const READY = new WeakMap<PolicyRules, Map<string, Picked>>();

/** There are a few hundred combinations of place and kind; what goes past that is forgotten. */
const READY_AT_MOST = 5_000;

/** Picks the rules that may hold for this input at any time, and makes them quick to ask. */
export function readyRules(input: PolicyInput, rules: PolicyRules): ReadyRules {
  const { facts } = input;
  const { clientWindows = [], clientCaps = [] } = facts;
  const { windows, caps, isNarrowed } = pickGeneral(input, rules);
  if (!isNarrowed && clientWindows.length === 0 && clientCaps.length === 0) return { windows, caps };
  const isMeant = ({ rule }: { rule: AnyRule }) => holdsFor(rule, facts);
  return {
    windows: [...windows, ...pick(clientWindows, input).map(readyWindow)].filter(isMeant),
    caps: [...caps, ...pick(clientCaps, input).map(readyCap)].filter(isMeant),
  };
}

/** The client's blocks that stand in the way, by place and kind; their dates are not looked at. */
export function pickBlocks(input: PolicyInput): readonly BlockRule[] {
  return pick(input.facts.clientBlocks ?? [], input).filter((rule) => holdsFor(rule, input.facts));
}

function pickGeneral(input: PolicyInput, rules: PolicyRules): Picked {
  const { jur, category, channel, facts } = input;
  const key = `${jur.join()}|${category}|${channel}|${facts.profile ?? 'S'}`;
  let known = READY.get(rules);
  if (!known || known.size > READY_AT_MOST) {
    known = new Map();
    READY.set(rules, known);
  }
  const ready = known.get(key);
  if (ready) return ready;
  const windows = pick(rules.windows, input).map(readyWindow);
  const caps = pick(rules.caps, input).map(readyCap);
  const made = { windows, caps, isNarrowed: [...windows, ...caps].some(({ rule }) => isNarrow(rule)) };
  known.set(key, made);
  return made;
}

function pick<R extends AnyRule>(rules: readonly R[], input: PolicyInput): R[] {
  const places = impliedBy(input.jur);
  return rules.filter((rule) => isFor(rule, input, places)).sort(byPlace);
}

function isFor(rule: AnyRule, { category, channel, facts }: PolicyInput, places: Set<string>): boolean {
  const profile = facts.profile ?? 'S';
  if (!places.has(rule.jur)) return false;
  if (rule.categories.length > 0 && !rule.categories.includes(category)) return false;
  if (rule.channels.length > 0 && !rule.channels.includes(channel)) return false;
  if (rule.profile === 'P' && profile !== 'P') return false;
  // What we ask of ourselves beyond the law is a choice of the biller's, but for the hours of texts about bills.
  const isOurOwnWindow = rule.layer === 'platform' && 'days' in rule;
  return !isOurOwnWindow || rule.id === 'US-POL-SERVICING-WINDOW' || profile === 'P';
}

function isNarrow({ requires, waivedBy, minDpd }: AnyRule): boolean {
  return requires !== undefined || waivedBy !== undefined || minDpd !== undefined;
}

function holdsFor({ requires, waivedBy, minDpd }: AnyRule, { flags = [], dpd = 0 }: PolicyFacts): boolean {
  if (requires !== undefined && !flags.includes(requires)) return false;
  if (waivedBy !== undefined && flags.includes(waivedBy)) return false;
  return minDpd === undefined || dpd >= minDpd;
}

/** A city lies in its state, a state in its country, and all of them everywhere. */
function impliedBy(jur: readonly string[]): Set<string> {
  const places = new Set(['*']);
  for (const place of jur) {
    const parts = place.split('-');
    for (let n = 1; n <= parts.length; n++) places.add(parts.slice(0, n).join('-'));
  }
  return places;
}

function byPlace(one: AnyRule, other: AnyRule): number {
  const here = PLACES.get(one.id) ?? PLACES.size;
  const there = PLACES.get(other.id) ?? PLACES.size;
  return here - there || (one.id < other.id ? -1 : 1);
}

function readyWindow(rule: WindowRule): ReadyWindow {
  const spans: Span[] = [];
  for (let day = 0; day <= 6; day++) spans.push(readHours(hoursOn(rule, day)));
  const hasHolidays = rule.holidays !== undefined && rule.days.hol !== undefined;
  if (hasHolidays) spans[HOLIDAY] = readHours(rule.days.hol ?? []);
  return {
    reason: `WINDOW:${rule.id}`,
    rule,
    spans,
    holidays: hasHolidays ? rule.holidays : undefined,
    ...readDates(rule),
  };
}

/** The most exact of its keys says: the day itself, then days from one to another, then any day; else it is closed. */
function hoursOn({ days }: WindowRule, day: number): Hours {
  const exact = days[String(day)];
  if (exact) return exact;
  for (const [key, hours] of Object.entries(days)) {
    const [, from, to] = /^(\d)-(\d)$/.exec(key) ?? [];
    if (from !== undefined && day >= Number(from) && day <= Number(to)) return hours;
  }
  return days['*'] ?? [];
}

function readHours([start, end]: Hours): Span {
  if (start === undefined || end === undefined) return undefined;
  const span = [readWallTime(start), readWallTime(end)] as const;
  if (span[0] >= span[1]) throw new RangeError(`hours that end before they begin: ${start} to ${end}`);
  return span;
}

function readWallTime(text: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 1_440 && Number(minutes) < 60)) throw new RangeError(`not a time of day: ${text}`);
  return total;
}

function readyCap(rule: CapRule): ReadyCap {
  if ((rule.hours === undefined) === (rule.calDays === undefined)) {
    throw new RangeError(`${rule.id} counts neither hours nor days, or both`);
  }
  if (!(rule.max >= 1)) throw new RangeError(`${rule.id} leaves room for nothing: that is a block`);
  return { reason: `CAP:${rule.id}`, rule, ...readDates(rule) };
}

export function readDates({ from, to }: { from?: string; to?: string }): Dated {
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : readDay(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : readDay(to),
  };
}

function readDay(text: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (day === undefined) throw new RangeError(`not a date: ${text}`);
  return dayNumber(Number(year), Number(month), Number(day));
}
