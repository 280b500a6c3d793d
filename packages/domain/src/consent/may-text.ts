import { hardReasons, isAskedFor } from './policy/hard-reasons.ts';
import { capBlockedUntil, isInForce, type Moment, momentAt, windowBlockedUntil } from './policy/moment.ts';
import type { PolicyAnswer, PolicyInput } from './policy/policy-input.ts';
import { pickBlocks, type ReadyRules, readDates, readyRules } from './policy/ready-rules.ts';
import type { PolicyRules } from './policy/rule.ts';
import { RULES } from './policy/rules.ts';
import { zoneClock } from './policy/zone-clock.ts';

const MINUTE_MS = 60_000;

/** Where no minute of more than a year is open to a message, a person decides. */
const LOOK_AHEAD_MS = 400 * 86_400_000;

/**
 * May this message go to this person now? Every hard reason and every rule of time is looked at, none ends the search:
 * hard reasons deny, a country whose law nobody looked through, a stop word that may have meant something else, or
 * rules that leave no common minute go to a person, and time alone defers to the first minute at which all of it passes.
 * A fault within denies: `POLICY_ERROR`, which whoever asked must raise the alarm for.
 */
export function mayText(input: PolicyInput, rules: PolicyRules = RULES): PolicyAnswer {
  try {
    return decide(input, rules);
  } catch {
    return { decision: 'DENY', reasons: ['POLICY_ERROR'], nextAllowedAt: null };
  }
}

function decide(input: PolicyInput, rules: PolicyRules): PolicyAnswer {
  if (!Number.isFinite(input.at)) throw new RangeError('not an instant');
  const hard = hardReasons(input);
  if (isAskedFor(input)) return settle(hard);
  if (input.zones.length === 0) throw new RangeError('without a zone there is no local time');
  const clocks = input.zones.map(zoneClock);
  const ready = readyRules(input, rules);
  const now = momentAt(input.at, clocks);
  hard.push(...blockReasons(input, now));
  const doubts = doubtReasons(input, rules);
  const late = timeReasons(ready, now, input);
  if (hard.length > 0)
    return { decision: 'DENY', reasons: [...hard, ...doubts, ...late], nextAllowedAt: null };
  if (doubts.length > 0) return { decision: 'REVIEW', reasons: [...doubts, ...late], nextAllowedAt: null };
  if (late.length === 0) return { decision: 'ALLOW', reasons: [], nextAllowedAt: null };
  const next = findNext(ready, now, input);
  if (next === undefined)
    return { decision: 'REVIEW', reasons: ['EMPTY_WINDOW', ...late], nextAllowedAt: null };
  return { decision: 'DEFER', reasons: late, nextAllowedAt: next };
}

function settle(hard: string[]): PolicyAnswer {
  return { decision: hard.length > 0 ? 'DENY' : 'ALLOW', reasons: hard, nextAllowedAt: null };
}

function blockReasons(input: PolicyInput, now: Moment): string[] {
  if (!input.facts.clientBlocks?.length) return [];
  return pickBlocks(input)
    .filter((block) => isInForce(readDates(block), now))
    .map(({ id }) => `BLOCK:${id}`);
}

/** What a person has to look at. */
function doubtReasons({ jur, facts }: PolicyInput, { countries }: PolicyRules): string[] {
  const reasons: string[] = [];
  if (facts.flags?.includes('review_hold')) reasons.push('AMBIGUOUS_OPT_OUT');
  if (jur.length === 0 || !jur.every((place) => isKnown(place, countries))) reasons.push('NO_RULE_DATA');
  return reasons;
}

function isKnown(place: string, countries: readonly string[]): boolean {
  const dash = place.indexOf('-');
  return countries.includes(dash < 0 ? place : place.slice(0, dash));
}

function timeReasons({ windows, caps }: ReadyRules, now: Moment, { facts }: PolicyInput): string[] {
  const reasons: string[] = [];
  for (const window of windows) if (windowBlockedUntil(window, now) > 0) reasons.push(window.reason);
  for (const cap of caps) if (capBlockedUntil(cap, now, facts) > 0) reasons.push(cap.reason);
  return reasons;
}

/**
 * The first minute at which every rule of time passes, with the history as it is. Each look gives an instant before
 * which some rule surely stands in the way, so that the search goes from edge to edge and leaves out what lies between.
 */
function findNext(ready: ReadyRules, now: Moment, { facts }: PolicyInput): number | undefined {
  let moment = now;
  for (;;) {
    let until = 0;
    for (const window of ready.windows) until = Math.max(until, windowBlockedUntil(window, moment));
    for (const cap of ready.caps) until = Math.max(until, capBlockedUntil(cap, moment, facts));
    if (until === 0) return moment.instant;
    const next = Math.ceil(until / MINUTE_MS) * MINUTE_MS;
    if (!(next <= now.instant + LOOK_AHEAD_MS)) return undefined;
    moment = momentAt(next, moment.clocks);
  }
}
