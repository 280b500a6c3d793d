import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import type { Place } from '@kvitt/domain/reminder/plan-step';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';

/** What is known of where a customer is. */
export interface Whereabouts {
  timeZone: string;
  region: string;
  postalCode: string;
  /** E.164. */
  phone: string;
}

/** The hours of every day that nobody's rules forbid, in minutes past midnight. */
const OPENS = 8 * 60;
const CLOSES = 21 * 60;

/** A customer's place, with a key that all places of the same days and hours share. */
export function placeOf({ timeZone, region, phone }: Whereabouts): Place & { key: string } {
  const country = countryOfPhone(phone) ?? 'US';
  return {
    key: `${timeZone}/${country}/${region}`,
    timeZone,
    country,
    nextAllowedAt(_category, fromMs) {
      const day = localDate(new Date(fromMs), timeZone);
      const opens = localInstant(day, OPENS, timeZone);
      if (fromMs < opens) return opens;
      if (fromMs < localInstant(day, CLOSES, timeZone)) return fromMs;
      return localInstant(day, 24 * 60 + OPENS, timeZone);
    },
  };
}
