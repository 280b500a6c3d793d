import { utcMidnight } from '../locale/calendar-day.ts';
import { addDays } from '../time/add-days.ts';
import { localDate } from '../time/local-date.ts';
import { localInstant } from '../time/local-instant.ts';
import type { DeclineKind } from './outcome.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * How often one charge is tried, as data with its source. The networks' own limits are ceilings that ours stay far below;
 * they count every try of a card, whatever it was for.
 */
const RETRY_TERMS = {
  ours: {
    tries: 4,
    withinMs: 16 * DAY_MS,
    atLeastApartMs: DAY_MS,
    from: '2026-11-22',
    source: 'policy of ours, below every network’s limit',
  },
  /** Visa: 20 in 30 days; we stop at 15, which was the limit until May 2025. */
  Visa: [
    {
      tries: 15,
      withinMs: 30 * DAY_MS,
      from: '2025-05-01',
      source: 'Visa’s rules on reattempts, categories 2 to 4',
    },
  ],
  Mastercard: [
    { tries: 10, withinMs: DAY_MS, from: '2026-11-22', source: 'Mastercard’s rules on excessive attempts' },
    {
      tries: 35,
      withinMs: 30 * DAY_MS,
      from: '2026-11-22',
      source: 'Mastercard’s rules on excessive attempts',
    },
  ],
} as const;

/** Days of the month on which wages come most often; money is there on them or on the day after. A policy of ours. */
const PAYDAYS: Readonly<Record<string, readonly number[]>> = { SE: [25], NO: [12, 20], DE: [1, 15] };
const OTHER_PAYDAYS: readonly number[] = [1, 15];

/** How long after the first, second and third try the next one is made, where no payday says otherwise; in days. */
const GAPS = [3, 4, 6] as const;

/** Minutes past midnight of the next tries: another hour each time, since limits reset at different ones. */
const HOURS = [9 * 60, 16 * 60, 11 * 60] as const;

/**
 * What follows from a decline of a charge that we made by ourselves. `later` the same card may do it another day ·
 * `customer` something has to be mended first · `never` the networks forbid to try it again, or a person has to look.
 */
export const AFTER_DECLINE: Readonly<Record<DeclineKind, 'later' | 'soon' | 'customer' | 'never'>> = {
  'insufficient-funds': 'later',
  'try-later': 'later',
  // It never reached the network: nobody has tried the card.
  'never-arrived': 'soon',
  'card-expired': 'customer',
  'card-data': 'customer',
  'needs-authentication': 'customer',
  'not-found': 'customer',
  'card-refused': 'never',
  fraud: 'never',
  duplicate: 'never',
  configuration: 'never',
};

/** The holder told their bank to stop this biller, or all (Braintree 2017, 2018): the mandate is over. */
export const WITHDRAWN_CODES: readonly string[] = ['2017', '2018'];

export interface RetryFacts {
  decline: DeclineKind;
  /** Tries of this charge that reached the processor, the declined one included, oldest first. */
  tries: readonly Date[];
  /** Tries of the card in the last 30 days, whatever for. */
  cardTries: readonly Date[];
  brand: string;
  now: Date;
  timeZone: string;
  /** ISO 3166, two letters. */
  country: string;
}

/** `forbidden` by the kind of decline · `customer` it needs the customer · `cap` it has been tried often enough. */
export type RetryPlan =
  | { kind: 'retry'; atMs: number }
  | { kind: 'stop'; why: 'forbidden' | 'customer' | 'cap' };

/**
 * When a declined charge is tried again, if ever. Never more than 4 times in 16 days, a day apart, and never past what the
 * card's network allows. Where the account was empty it waits for the next payday within that time.
 */
export function planRetry(facts: RetryFacts): RetryPlan {
  const after = AFTER_DECLINE[facts.decline];
  if (after === 'never') return { kind: 'stop', why: 'forbidden' };
  if (after === 'customer') return { kind: 'stop', why: 'customer' };
  const { ours } = RETRY_TERMS;
  if (facts.tries.length >= ours.tries) return { kind: 'stop', why: 'cap' };
  const atMs = after === 'soon' ? facts.now.getTime() + HOUR_MS : nextSlot(facts);
  if (atMs > latestMs(facts) || isAboveNetwork(facts, atMs)) return { kind: 'stop', why: 'cap' };
  return { kind: 'retry', atMs };
}

function latestMs({ tries, now }: RetryFacts): number {
  return (tries[0] ?? now).getTime() + RETRY_TERMS.ours.withinMs;
}

function nextSlot(facts: RetryFacts): number {
  const { timeZone, tries, now } = facts;
  const last = tries.at(-1) ?? now;
  const nth = Math.max(0, Math.min(tries.length, GAPS.length) - 1);
  const minute = HOURS[nth] ?? HOURS[0];
  const earliestMs = Math.max(last.getTime() + RETRY_TERMS.ours.atLeastApartMs, now.getTime());
  const slotOf = (day: string) => {
    for (let slot = day; ; slot = addDays(slot, 1)) {
      const atMs = localInstant(slot, minute, timeZone);
      if (atMs >= earliestMs) return atMs;
    }
  };
  const today = localDate(now > last ? now : last, timeZone);
  const plain = slotOf(addDays(localDate(last, timeZone), GAPS[nth] ?? GAPS[0]));
  if (facts.decline !== 'insufficient-funds') return plain;
  const payday = findPayday(addDays(today, 1), facts);
  const onPayday = payday === undefined ? undefined : slotOf(payday);
  return onPayday !== undefined && onPayday <= latestMs(facts) ? onPayday : plain;
}

/** The first day on which wages are likely to be there, from `from` on, within the time of the retries. */
function findPayday(from: string, { country }: RetryFacts): string | undefined {
  const days = PAYDAYS[country] ?? OTHER_PAYDAYS;
  for (let ahead = 0; ahead < 16; ahead++) {
    const day = addDays(from, ahead);
    if (days.includes(Number(day.slice(8)))) return isSunday(day) ? addDays(day, 1) : day;
  }
  return undefined;
}

function isSunday(day: string): boolean {
  return (utcMidnight(day) / DAY_MS + 4) % 7 === 0;
}

function isAboveNetwork({ brand, cardTries }: RetryFacts, atMs: number): boolean {
  const limits = brand === 'Visa' || brand === 'Mastercard' ? RETRY_TERMS[brand] : RETRY_TERMS.Mastercard;
  return limits.some(
    ({ tries, withinMs }) => cardTries.filter((at) => at.getTime() > atMs - withinMs).length + 1 > tries,
  );
}
