import { consentLevel } from '@kvitt/domain/consent/consent-level';
import { mayText } from '@kvitt/domain/consent/may-text';
import { consentReasons } from '@kvitt/domain/consent/policy/consent-reasons';
import { placeOf as whereabouts } from '@kvitt/domain/consent/policy/place-of';
import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import type { Place } from '@kvitt/domain/reminder/plan-step';

/** What is known of where a customer is. */
export interface Whereabouts {
  timeZone: string;
  region: string;
  postalCode: string;
  /** E.164; empty where there is none. */
  phone: string;
}

/**
 * A customer's place, with a key that all places of the same days and hours share. Where they may be is the contact policy's
 * to say; its own limits hold when planning too, so that what is planned is narrower than the law, and never wider.
 */
export function placeOf({ timeZone, region, postalCode, phone }: Whereabouts): Place & { key: string } {
  // Who has no phone is told so, not that their country is unknown; for that, a zone of the United States will do.
  const number = phone === '' ? '+1' : phone;
  const { jur, zones } = whereabouts({ phone: number, postalCode, region, timeZone });
  const country = countryOfPhone(number) ?? 'US';
  return {
    key: JSON.stringify([jur, zones, timeZone, country]),
    timeZone,
    country,
    nextAllowedAt(category, fromMs) {
      const facts = { profile: 'P' } as const;
      const answer = mayText({ jur, zones, at: fromMs, category, channel: 'sms', consent: 'express', facts });
      if (answer.decision === 'DEFER') return answer.nextAllowedAt ?? undefined;
      // What a person has to look at is put before them when it is queued; no common minute is none for them either.
      return answer.reasons.includes('EMPTY_WINDOW') ? undefined : fromMs;
    },
    refusalOf(category, standing) {
      const consent = consentLevel(category, standing);
      return consentReasons({ jur, zones, at: 0, category, channel: 'sms', consent, facts: {} })[0];
    },
  };
}
