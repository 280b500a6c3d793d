import { mayText } from '@kvitt/domain/consent/may-text';
import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import type { Place } from '@kvitt/domain/reminder/plan-step';

/** What is known of where a customer is. */
export interface Whereabouts {
  timeZone: string;
  region: string;
  postalCode: string;
  /** E.164. */
  phone: string;
}

/** A customer's place, with a key that all places of the same days and hours share. */
export function placeOf({ timeZone, region, phone }: Whereabouts): Place & { key: string } {
  const country = countryOfPhone(phone) ?? 'US';
  const jur = country === 'US' && region !== '' ? [`US-${region}`] : [country];
  const zones = [timeZone];
  return {
    key: JSON.stringify([jur, zones, timeZone, country]),
    timeZone,
    country,
    nextAllowedAt(category, fromMs) {
      const facts = { profile: 'P' } as const;
      const answer = mayText({ jur, zones, at: fromMs, category, channel: 'sms', consent: 'express', facts });
      if (answer.decision === 'ALLOW') return fromMs;
      return answer.nextAllowedAt ?? undefined;
    },
  };
}
